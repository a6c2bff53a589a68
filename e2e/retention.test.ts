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
