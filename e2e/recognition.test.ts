import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a customer asks for several answers of a kind, corrects a slip, and goes back to one", async ({
  people,
}) => {
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/recognition");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recognition");
  const row = page.getByRole("row").filter({ hasText: "Audio to text" });
  await expect(row).toContainText("One answer");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Change Audio to text" }).click();
  const dialog = page.getByRole("dialog", { name: "Audio to text" });
  await dialog.getByRole("radio", { name: "100 % recognition" }).check();
  await dialog.getByRole("textbox", { name: "Fewest answers" }).fill("6");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Cannot be more than the most answers")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Fewest answers" }).fill("2");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("2 of 2 to 5 agree");

  await page.getByRole("button", { name: "Change Audio to text" }).click();
  await dialog.getByRole("radio", { name: "Confidence" }).check();
  await dialog.getByRole("textbox", { name: "Confidence" }).fill("99.5");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("99.5 % sure, 2 to 5 answers");

  await page.getByRole("button", { name: "Change Audio to text" }).click();
  await dialog.getByRole("radio", { name: "One answer" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("One answer");
});
