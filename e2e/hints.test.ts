import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("an answer that breaks a hint is not sent, and the chips say which", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("word-14.gif", { numeric: 1, min_len: 6, max_len: 6 });
  await expect(screen.picture).toBeVisible();
  const hints = screen.page.getByRole("list", { name: "What the answer must be" }).getByRole("listitem");
  await expect(hints).toHaveCount(2);

  await screen.answer.fill("7394x6");
  await expect(
    hints.filter({ hasText: "digits only" }).getByRole("img", { name: "not met yet" }),
  ).toBeVisible();
  await expect(hints.filter({ hasText: "6 characters" }).getByRole("img", { name: "met" })).toBeVisible();
  await screen.page.keyboard.press("Enter");
  await expect(screen.page.getByText("Not sent: the answer may hold digits only.")).toBeVisible();
  await screen.answer.fill("73942");
  await screen.page.keyboard.press("Enter");
  await expect(screen.page.getByText("Not sent: the answer must be longer.")).toBeVisible();
  await expect(screen.answer).toHaveValue("73942");
  expect(await program.result(taskId)).toBe("CAPCHA_NOT_READY");

  await screen.answer.fill("739426");
  await screen.page.keyboard.press("Enter");
  expect(await program.finalResult(taskId)).toBe("OK|739426");
});

test("what customers and workers write is shown as text and never as a page", async ({ people, program }) => {
  const markup = `<img src=x onerror="document.title='run'"><b>bold</b>`;
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("word-01.jpg", { textinstructions: markup });
  await expect(screen.page.getByText(markup)).toBeVisible();
  await screen.solve(markup);
  expect(await program.finalResult(taskId)).toBe(`OK|${markup}`);

  const customer = await people.loggedIn("customer@demo.test");
  await customer.goto(`/app/tasks?task=${taskId}`);
  await expect(customer.getByRole("dialog").getByText(markup)).toBeVisible();
  for (const page of [screen.page, customer]) expect(await page.title()).not.toBe("run");
});
