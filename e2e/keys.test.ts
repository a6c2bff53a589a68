import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a customer narrows a key, gives it a new secret, and sees the old one counted down and ended", async ({
  people,
  demo,
}) => {
  const page = await people.loggedIn("customer2@demo.test");
  const balance = async (key: string) =>
    (await page.request.get(`${demo.url}/res.php?key=${key}&action=getbalance`)).text();

  await page.goto("/app/keys");
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Reader of the attic");
  await dialog.getByText("What it may do, from where, how much and how long").click();
  await dialog.getByLabel("Read the balance and what was spent").uncheck();
  await dialog.getByLabel("Addresses of this key").fill("127.0.0.1\nnowhere");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByText("Line 2 is neither an address nor a range")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Addresses of this key").fill("127.0.0.1\n::1");
  await dialog.getByRole("button", { name: "Create key" }).click();
  const first = (await dialog.locator("code").textContent()) ?? "";
  await page.getByRole("button", { name: "I have stored it" }).click();
  expect(await balance(first)).toBe("ERROR_KEY_NOT_ALLOWED");

  await page.getByRole("button", { name: "Reader of the attic", exact: true }).click();
  await expect(dialog).toContainText("Report answers");
  await expect(dialog).not.toContainText("Read the balance");
  await expect(dialog).toContainText("127.0.0.1");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Change" }).click();
  const change = page.getByRole("dialog", { name: "Change “Reader of the attic”" });
  await change.getByLabel("Read the balance and what was spent").check();
  await expectAccessible(page);
  await change.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The key is changed.")).toBeVisible();
  await expect(dialog).toContainText("Everything");
  expect(await balance(first)).toMatch(/^[\d.]+$/);

  await dialog.getByRole("button", { name: "Make a new secret" }).click();
  const rotate = page.getByRole("dialog", { name: "A new secret for “Reader of the attic”" });
  await expectAccessible(page);
  await rotate.getByRole("button", { name: "Make a new secret" }).click();
  const shown = page.getByRole("dialog", { name: "Your new secret" });
  const second = (await shown.locator("code").textContent()) ?? "";
  await shown.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByText(/The old secret .* still works for 23 h \d+ min/)).toBeVisible();
  await expectAccessible(page);
  expect(await balance(first)).toMatch(/^[\d.]+$/);
  expect(await balance(second)).toMatch(/^[\d.]+$/);
  await page.getByRole("button", { name: "End the old secret now" }).press("Enter");
  await expect(page.getByText("The old secret no longer works.")).toBeVisible();
  expect(await balance(first)).toBe("ERROR_KEY_DOES_NOT_EXIST");
  expect(await balance(second)).toMatch(/^[\d.]+$/);

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Revoke key Reader of the attic" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Revoke/ })
    .click();
  await expect(page.getByText("The key is revoked.")).toBeVisible();
});
