import type { Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const MINUTE_MS = 60_000;

test("the screen says what an hour of work brings, the level in the kind, and how long the wait may be", async ({
  people,
  program,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker3@demo.test"));
  const { page } = screen;
  await expect(page.getByText(/nobody knows yet|By what came lately/)).toBeVisible();
  await expectAccessible(page);
  const taskId = await program.send("word-01.jpg");
  await screen.lookAt();
  const line = page.getByRole("contentinfo");
  await expect(line).toContainText("Per active hour");
  await expect(line).toContainText(/Probation|Level \d/);
  await expect(page.getByText(/nobody knows yet|By what came lately/)).toBeHidden();
  await screen.solve("marble");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
});

test("after fifty minutes of work a break is suggested, put off by keys, and taken", async ({
  people,
  program,
}) => {
  const page = await people.loggedIn("worker3@demo.test");
  await worked(page, 50 * MINUTE_MS);
  const screen = await WorkScreen.open(page);
  const taskId = await program.send("word-02.png");
  await screen.lookAt();
  const button = screen.button("Time for a break?");
  await expect(button).toBeVisible();
  await expectAccessible(page);

  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Ask again in 15 minutes" }).press("Enter");
  await expect(button).toBeHidden();
  await expect(screen.answer).toBeFocused();
  await screen.solve("twenty");
  expect(await program.finalResult(taskId)).toBe("OK|twenty");

  await worked(page, 70 * MINUTE_MS);
  await page.reload();
  await screen.isConnected();
  await button.click();
  await page.getByRole("menuitem", { name: "Pause now" }).click();
  await expect(page.getByText("Nothing is held for you, and pausing costs nothing.")).toBeVisible();
  await expect(button).toBeHidden();
});

/** As if so much had been worked on this device up to now without a break. */
async function worked(page: Page, workedMs: number) {
  await page.addInitScript((spellMs) => {
    const spell = { workedMs: spellMs, seenAtMs: Date.now(), activeAtMs: Date.now(), quietUntilMs: 0 };
    localStorage.setItem("sightline.work-spell", JSON.stringify(spell));
  }, workedMs);
}
