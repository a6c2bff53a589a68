import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a worker lets their v3 score be measured, sees it, and takes the consent back", async ({ people }) => {
  const page = await people.loggedIn("worker3@demo.test");
  await page.goto("/work/settings");
  // The demo's workers have one already.
  await page.getByLabel("Measure my score once a week").uncheck();
  await expect(page.getByText("0.9", { exact: true })).toBeHidden();
  await page.getByLabel("Measure my score once a week").check();
  await expect(page.getByText("0.9", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText("0.9", { exact: true })).toBeVisible();
  await page.getByLabel("Measure my score once a week").uncheck();
  await expect(page.getByText("0.9", { exact: true })).toBeHidden();
});
