import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("an admin gives a part of one task's price back: never more than is left, and never twice", async ({
  faults,
  ledger,
  people,
  program,
}) => {
  faults.expect(/404 \(Not Found\)|409 \(Conflict\)/);
  const screen = await WorkScreen.open(await people.loggedIn("worker6@demo.test"));
  const taskId = await program.send("word-01.jpg");
  await screen.solve("partly");
  await program.finalResult(taskId);
  await screen.page.close();
  const before = await ledger.balances("customer@demo.test");

  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/refunds");
  const part = admin.getByRole("region", { name: "Give a part of one task back" });
  await part.getByRole("button", { name: "Look at the task" }).click();
  await expect(part.getByText("Type the number of a task")).toBeVisible();
  await part.getByLabel("Task number").fill("17");
  await part.getByLabel("Task number").press("Enter");
  await expect(part.getByText("The task could not be looked at.")).toBeVisible();
  await part.getByLabel("Task number").fill(String(taskId));
  await part.getByLabel("Task number").press("Enter");
  await part.getByLabel("Amount").fill("5");
  await part.getByLabel("Reason").fill("It came late.");
  await part.getByLabel("Reason").press("Tab");
  await admin.keyboard.press("Enter");
  await expect(part.getByText(/^At most \d+\.\d{6} USD is left/)).toBeVisible();
  await expect(part.getByLabel("Amount")).toBeFocused();
  await expectAccessible(admin);
  expect(await ledger.balances("customer@demo.test")).toEqual(before);

  // Another tab in which it could still be given: it is refused there when it was given here.
  const other = await people.loggedIn("admin@demo.test");
  await other.goto("/staff/refunds");
  await other.getByLabel("Task number").fill(String(taskId));
  await other.getByLabel("Task number").press("Enter");
  await other.getByLabel("Amount").fill("0.0001");
  await other.getByLabel("Reason").fill("It came very late.");

  await part.getByLabel("Amount").fill("0.00005");
  await part.getByRole("button", { name: "Give 0.000050 USD back" }).click();
  await expect(part.getByText("This task was refunded before, and there is no second refund.")).toBeVisible();
  await expectAccessible(admin);
  const after = await ledger.balances("customer@demo.test");
  expect(after.availableMicros - before.availableMicros).toBe(50);
  await other.getByRole("button", { name: "Give 0.000100 USD back" }).click();
  await expect(other.getByText(/This task was refunded before/).first()).toBeVisible();
  expect(await ledger.balances("customer@demo.test")).toEqual(after);
});
