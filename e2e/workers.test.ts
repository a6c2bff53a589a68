import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("an admin suspends a worker from one kind with a reason, the worker reads it, and it is lifted", async ({
  people,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/workers?search=worker8");
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Workers");
  await admin.getByRole("button", { name: "worker8@demo.test" }).click();
  const panel = admin.getByRole("dialog", { name: "worker8@demo.test" });
  await panel.getByRole("button", { name: "Change Rotate" }).click();
  const dialog = admin.getByRole("dialog", { name: "Rotate for this worker" });
  await dialog.getByRole("button", { name: "Suspend this kind" }).last().click();
  await expect(dialog.getByText("Say why")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Every second one was upside down.");
  await expectAccessible(admin);
  await dialog.getByRole("button", { name: "Suspend this kind" }).last().click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByRole("row").filter({ hasText: "Rotate" })).toContainText("Suspended");
  await expectAccessible(admin);

  const worker = await people.loggedIn("worker8@demo.test");
  await worker.goto("/work/score");
  await expect(worker.getByText("Every second one was upside down.")).toBeVisible();
  await expectAccessible(worker);

  await panel.getByRole("button", { name: "Change Rotate" }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Looked at again.");
  await dialog.getByRole("button", { name: "Lift the suspension" }).last().click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByRole("row").filter({ hasText: "Rotate" })).toContainText("Level 1");
  for (const words of [
    /\d % to \d.* %, \d+ answers? in 30 days, half within/,
    "Pending",
    "Answers in 7 days",
  ])
    await expect(panel.getByText(words).first()).toBeVisible();
  await expect(panel.getByRole("region", { name: "Linked accounts" })).toBeVisible();
});

test("an admin has all skills estimated anew, and sees what came of it", async ({ people }) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/workers");
  const estimate = admin.getByRole("region", { name: "Estimate of all skills" });
  const ask = estimate.getByRole("button", { name: "Estimate skills anew" });
  await expect(ask).toBeEnabled();
  await ask.click();
  await expect(admin.getByText("The estimate begins within seconds")).toBeVisible();
  await expect(estimate).toContainText("Skills were last estimated anew", { timeout: 20_000 });
  await expect(ask).toBeEnabled();
  await expectAccessible(admin);
  await admin.goto("/staff/audit");
  await expect(admin.getByRole("row").filter({ hasText: "ask_for_estimate" }).first()).toBeVisible();
});
