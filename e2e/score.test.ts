import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a worker reads what decides about them, and names a language and takes it back", async ({ people }) => {
  const page = await people.loggedIn("worker9@demo.test");
  await page.goto("/work/score");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your score");
  const row = page.getByRole("row").filter({ hasText: "Image to text" });
  await expect(row).toContainText("75.0 %");
  await expect(page.getByText("You have named none", { exact: false })).toBeVisible();

  await page.getByRole("button", { name: /Add a language/ }).click();
  await page.getByRole("option", { name: "Danish" }).click();
  await expect(page.getByText("Tasks that ask for Danish come to you first.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove Danish" }).click();
  await expect(page.getByText("You have named none", { exact: false })).toBeVisible();
});
