import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("an admin looks at a set of tasks, gives exactly that back, and the dry run is empty then", async ({
  ledger,
  people,
  program,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker3@demo.test"));
  for (const word of ["marble", "copper"]) {
    const taskId = await program.send("word-01.jpg");
    await screen.solve(word);
    await program.finalResult(taskId);
  }
  await screen.page.close();
  const before = await ledger.balances("customer@demo.test");

  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/refunds");
  await admin.getByLabel("Account number").fill(String(await ledger.accountId("customer@demo.test")));
  await admin.getByLabel("Hours back from now").fill("1");
  await admin.getByRole("button", { name: "Dry run" }).click();
  const give = admin.getByRole("button", { name: /^Give \d+\.\d{6} USD back for/ });
  await expect(give).toBeVisible();
  await expectAccessible(admin);
  const micros = Math.round(Number(/\d+\.\d{6}/.exec((await give.textContent()) ?? "")?.[0]) * 1_000_000);
  expect(micros).toBeGreaterThanOrEqual(400);
  expect(await ledger.balances("customer@demo.test")).toEqual(before);
  await give.click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("The readers were trying the service.");
  await expectAccessible(admin);
  await dialog.getByRole("button", { name: /^Give/ }).click();
  await expect(admin.getByText(/were given back/)).toBeVisible();
  await expect(admin.getByText("Nothing to give back")).toBeVisible();
  const after = await ledger.balances("customer@demo.test");
  expect(after.availableMicros - before.availableMicros).toBe(micros);
});
