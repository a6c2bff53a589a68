import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a customer chooses how long pictures are kept, by keys, and it is still so after a reload", async ({
  people,
}) => {
  const page = await people.loggedIn("customer2@demo.test");
  await page.goto("/app/settings");
  const choice = page.getByRole("button", { name: /Delete files/ });
  await expect(choice).toContainText("a day later");
  await choice.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved. It holds for the files that are there, too.")).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(choice).toContainText("as soon as the 15 minutes are over");
  await choice.click();
  await page.getByRole("option", { name: "a day later" }).click();
  await expect(choice).toContainText("a day later");
});

test("a customer leaves a notice out of the mail, and it is still so after a reload", async ({ people }) => {
  const page = await people.loggedIn("customer2@demo.test");
  await page.goto("/app/settings");
  const low = page.getByRole("checkbox", { name: "The balance is low" });
  const mail = page.getByRole("region", { name: "Mail" });
  await expect(low).toBeChecked();
  await low.focus();
  await page.keyboard.press("Space");
  await mail.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(low).not.toBeChecked();
  await low.check();
  await mail.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
});

test("a customer chooses for how long calls are kept, and the log says so", async ({ people }) => {
  const page = await people.loggedIn("customer2@demo.test");
  await page.goto("/app/settings");
  const choice = page.getByRole("button", { name: /Keep calls for/ });
  await expect(choice).toContainText("7 days");
  await choice.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved. Calls older than 1 day are deleted now.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/app/log");
  await expect(page.getByText("Calls are kept for 1 day.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Change" }).click();
  await choice.click();
  await page.getByRole("option", { name: "7 days" }).click();
  await expect(choice).toContainText("7 days");
});
