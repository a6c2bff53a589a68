import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("an admin sees whom a change of a package concerns, and takes a version back into the form", async ({
  people,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/packages");
  await admin.getByRole("button", { name: "Edit Premium" }).click();
  const dialog = admin.getByRole("dialog", { name: "Edit Premium" });
  await dialog.getByText("Versions").click();
  await expectAccessible(admin);
  const day = dialog.getByLabel("Price for a day");
  const before = await day.inputValue();
  await dialog.getByLabel("Holds from").fill("2020-01-01T08:00");
  await dialog.getByRole("button", { name: "Save package" }).click();
  await expect(dialog.getByText("Choose a time that is still to come")).toBeVisible();
  await day.fill("77");
  await dialog.getByText("Customers can buy it").click();
  await dialog
    .getByRole("button", { name: /^Take into the form/ })
    .first()
    .click();
  await expect(admin.getByText("The form holds that version now.")).toBeVisible();
  await expect(day).toHaveValue(before);
  await expect(dialog.getByLabel("Customers can buy it")).toBeChecked();
  await admin.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(admin);
});
