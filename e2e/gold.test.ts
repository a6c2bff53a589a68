import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a moderator adds a gold task, is told what is missing, sees it in the list and retires it", async ({
  people,
}) => {
  const page = await people.loggedIn("moderator@demo.test");
  await page.goto("/staff/gold");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gold tasks");
  await page.getByRole("button", { name: "Add a gold task" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a gold task" });
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText("Write at least one answer")).toBeVisible();
  await expectAccessible(page);

  const picture = { name: "word.png", mimeType: "image/png", buffer: encodePng({ noise: noise(2400) }) };
  await dialog.locator("input[type=file]").setInputFiles(picture);
  await expect(dialog.getByRole("img", { name: "The chosen picture" })).toBeVisible();
  await dialog.getByRole("textbox", { name: "Right answers, one a line" }).fill("golden one\ngolden 1");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toBeHidden();

  const row = page.getByRole("row").filter({ hasText: "golden one | golden 1" });
  await expect(row).toContainText("Image to text");
  await expect(row.getByRole("img")).toBeVisible();
  await expectAccessible(page);
  await row.getByRole("button", { name: /^Retire gold task/ }).click();
  await expect(row).toBeHidden();
});
