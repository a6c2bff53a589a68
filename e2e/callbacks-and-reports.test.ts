import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("a customer reports answers from the gallery and sees what becomes of them", async ({
  people,
  program,
}) => {
  const worker = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("plate-04.jpg");
  await worker.solve("a plate");
  await program.finalResult(taskId);

  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/tasks");
  await page.getByRole("checkbox", { name: `Select task ${taskId} to report it` }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Report as wrong" }).click();
  await expect(page.getByText("1 of 1 reported.")).toBeVisible();
  await page.getByRole("button", { name: String(taskId) }).click();
  await expect(page.getByRole("dialog")).toContainText("You reported it as wrong.");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Reports" }).click();
  await expect(page.getByRole("table", { name: "Reports" })).toContainText("Being checked");
  await expect(page.getByText("while more than 40 % of the last 100 were about right answers")).toBeVisible();
  await expect(page.getByText(/^Of your last \d+ decided reports of wrong answers/)).toBeVisible();
  await expectAccessible(page);
});

test("a customer leaves the page while a bulk report runs, and finds it done", async ({
  people,
  program,
}) => {
  const worker = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskIds = [await program.send("plate-03.jpg"), await program.send("plate-04.jpg")];
  for (const taskId of taskIds) {
    await worker.solve("a plate");
    await program.finalResult(taskId);
  }
  const page = await people.loggedIn("customer@demo.test");
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/trpc/reports.report*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/app/tasks");
  for (const taskId of taskIds)
    await page.getByRole("checkbox", { name: `Select task ${taskId} to report it` }).check();
  await page.getByRole("button", { name: "Report as right" }).click();
  await expect(page.getByText("Reporting 0 of 2. You may go on to other pages.")).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Reports" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reports");
  goOn();
  const table = page.getByRole("table", { name: "Reports" });
  for (const taskId of taskIds) await expect(table.getByText(String(taskId))).toBeVisible();
  await page.getByRole("link", { name: "Tasks", exact: true }).click();
  await expect(page.getByText("2 of 2 reported.")).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText("2 of 2 reported.")).toBeHidden();
});

test("a customer registers a callback host, tests it and looks at its secret", async ({ people, demo }) => {
  const key = "1abc234de56fab7c89012d34e56fa7b8";
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/callbacks");
  await fetch(`${demo.url}/res.php?key=${key}&action=add_pingback&addr=127.0.0.1`);
  await expect(page.getByRole("table", { name: "Hosts" })).toContainText("127.0.0.1");
  await page.getByLabel("Address", { exact: true }).fill(`${demo.url}/healthz`);
  await page.getByRole("button", { name: "Send a test call" }).click();
  await expect(page.getByText(/Answered with \d+ in|could be made/)).toBeVisible();
  await page.getByRole("button", { name: "Show the secret" }).click();
  await expect(page.getByRole("region", { name: "Signature secret of this account" })).toContainText(
    "whsec_",
  );
  await page.getByRole("button", { name: "Make a new secret" }).click();
  await expect(page.getByText(/The secret before this one still signs until/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove 127.0.0.1" }).click();
  await expect(page.getByText("No hosts yet")).toBeVisible();
});
