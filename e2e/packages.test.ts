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

test("an admin sees what another cap and floor would change, sets them, and takes the version before back", async ({
  people,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/packages");
  const section = admin.getByRole("region", { name: "Cap and floor" });
  const cap = section.getByLabel("Paid answers per thread and hour");
  const floor = section.getByLabel("Floor per active hour");
  await expect(cap).not.toHaveValue("");
  const before = { cap: await cap.inputValue(), floor: await floor.inputValue() };
  await cap.fill("0");
  await section.getByRole("button", { name: "Save settings" }).click();
  await expect(section.getByText("Enter a whole number from 1 to 36000")).toBeVisible();
  await cap.fill(String(Number(before.cap) + 7));
  await floor.fill("0.75");
  const effect = section.getByRole("region", { name: "What this changes" });
  await expect(effect).toContainText("As typed, for the same hours");
  await expectAccessible(admin);
  await section.getByRole("button", { name: "Save settings" }).click();
  await expect(admin.getByText("The settings are saved.")).toBeVisible();

  await admin.reload();
  await expect(cap).toHaveValue(String(Number(before.cap) + 7));
  await expect(floor).toHaveValue("0.75");
  await section.getByText("Versions").click();
  const versions = section.getByRole("listitem");
  await expect(versions.filter({ hasText: `${Number(before.cap) + 7} answers` }).first()).toContainText(
    "by admin@demo.test",
  );
  await expectAccessible(admin);
  await versions
    .filter({ hasText: `${before.cap} answers` })
    .first()
    .getByRole("button")
    .click();
  await expect(admin.getByText("The form holds that version now.")).toBeVisible();
  await expect(cap).toHaveValue(before.cap);
  await expect(floor).toHaveValue(before.floor);
  await section.getByRole("button", { name: "Save settings" }).click();
  await admin.reload();
  await expect(cap).toHaveValue(before.cap);
  await expect(floor).toHaveValue(before.floor);
});
