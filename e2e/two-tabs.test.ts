import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const ELSEWHERE = "You are working in another tab";

test("a second tab says that the first one works, and can take over", async ({ people, program }) => {
  const first = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("plate-03.jpg");
  const picture = await first.shownPicture();
  await first.answer.pressSequentially("typed in the first");

  const second = await openTab(first.page);
  await expect(second.page.getByText(ELSEWHERE)).toBeVisible();
  await expect(second.picture).toBeHidden();
  await second.button("Work here").click();
  expect(await second.shownPicture()).toBe(picture);
  await expect(first.page.getByText(ELSEWHERE)).toBeVisible();
  await expect(first.picture).toBeHidden();
  await expect(first.answer).toHaveValue("typed in the first");

  await second.solve("typed in the second");
  expect(await program.finalResult(taskId)).toBe("OK|typed in the second");
});

test("closing the first tab frees its seat at once", async ({ people, program }) => {
  const first = await WorkScreen.open(await people.loggedIn("worker2@demo.test"));
  const second = await openTab(first.page);
  await expect(second.page.getByText(ELSEWHERE)).toBeVisible();
  const third = WorkScreen.of(await first.page.context().newPage());
  await first.page.close();
  await third.page.goto("/work");
  await third.isConnected();
  const taskId = await program.send("house-03.jpg");
  await third.solve("4");
  expect(await program.finalResult(taskId)).toBe("OK|4");
});

async function openTab(beside: Page): Promise<WorkScreen> {
  const page = await beside.context().newPage();
  await page.goto("/work");
  return WorkScreen.of(page);
}
