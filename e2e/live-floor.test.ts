import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("an admin drains a kind and opens it again; the floor says how the service does", async ({
  people,
  program,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/floor");
  await expect(admin.getByText("Uptime in 30 days")).toBeVisible();
  const switchTo = async (button: string) => {
    await admin.getByRole("button", { name: button, exact: true }).click();
    const dialog = admin.getByRole("dialog", { name: button });
    await dialog.getByLabel("Reason").fill("Trying the switch.");
    await dialog.getByRole("button", { name: button.split(" ", 1)[0] ?? "", exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  await switchTo("Drain Text question");
  const row = admin.getByRole("row", { name: /^Text question/ });
  await expect(row).toContainText("Draining");
  await expectAccessible(admin);
  await expect(program.sendFields({ textcaptcha: "What colour is snow?" })).rejects.toThrow(
    "ERROR_NO_SLOT_AVAILABLE",
  );
  await switchTo("Open Text question");
  await expect(row.getByText("Draining")).toHaveCount(0);
  const taskId = await program.sendFields({ textcaptcha: "What colour is snow?" });
  expect(await program.cancel(taskId)).toBe("OK_CANCELLED");

  const visitor = await people.visitor();
  await visitor.goto("/");
  await expect(visitor.getByRole("heading", { name: "Uptime" })).toBeVisible();
});
