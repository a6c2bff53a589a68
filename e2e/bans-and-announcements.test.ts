import { expectAccessible } from "./expect-accessible";
import { demoKey, expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("an admin announces something, its readers see and hide it, and undo takes it off", async ({
  people,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/announcements");
  await admin.getByRole("button", { name: "Write an announcement" }).click();
  const dialog = admin.getByRole("dialog");
  const words = `Deposits are slow today, since ${Date.now()}.`;
  await dialog.getByLabel("Text").fill(words);
  await dialog.getByRole("button", { name: /^Everybody/ }).click();
  await admin.getByRole("option", { name: "Customers" }).click();
  await expect(dialog.getByText(/^Reaches \d+ accounts?, and staff\.$/)).toBeVisible();
  await expectAccessible(admin);
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(admin.getByText("Published", { exact: true }).last()).toBeVisible();
  const row = admin.getByRole("row", { name: /Deposits are slow.*Shown/ });
  await expect(row).toBeVisible();
  await expectAccessible(admin);

  const customer = await people.loggedIn("customer@demo.test");
  await customer.goto("/app/keys");
  await expect(customer.getByText(words)).toBeVisible();
  await expectAccessible(customer);
  await customer.getByRole("button", { name: "Hide this announcement" }).press("Enter");
  await expect(customer.getByText(words)).toHaveCount(0);
  const worker = await people.loggedIn("worker@demo.test");
  await worker.goto("/work/earnings");
  await expect(worker.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(worker.getByText(words)).toHaveCount(0);

  await row.getByRole("button", { name: /^Undo version/ }).click();
  await expect(admin.getByText("Undone", { exact: true })).toBeVisible();
  await expect(admin.getByRole("row", { name: /Deposits are slow.*Shown/ })).toHaveCount(0);
});

test("what is announced to workers stands on the empty work screen, and goes when a task comes", async ({
  people,
  program,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/announcements");
  await admin.getByRole("button", { name: "Write an announcement" }).click();
  const dialog = admin.getByRole("dialog");
  const words = `Payouts go out on Friday, as of ${Date.now()}.`;
  await dialog.getByLabel("Text").fill(words);
  await dialog.getByRole("button", { name: /^Everybody/ }).click();
  await admin.getByRole("option", { name: "Workers" }).click();
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(admin.getByText("Published", { exact: true }).last()).toBeVisible();

  const screen = await WorkScreen.open(await people.loggedIn("worker4@demo.test"));
  await expect(screen.page.getByText(words)).toBeVisible();
  await expectAccessible(screen.page);
  const taskId = await program.send("word-01.jpg");
  await screen.lookAt();
  await expect(screen.page.getByText(words)).toHaveCount(0);
  await screen.solve("marble");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
  await screen.page.getByRole("button", { name: "Hide this announcement" }).press("Enter");
  await expect(screen.page.getByText(words)).toHaveCount(0);
  await expect(screen.answer).toBeVisible();

  const row = admin.getByRole("row", { name: /Payouts go out on Friday.*Shown/ });
  await row.getByRole("button", { name: /^Undo version/ }).click();
  await expect(admin.getByText("Undone", { exact: true })).toBeVisible();
});

test("a moderator lifts the ban of a customer, who may read again", async ({ people, demo, ledger }) => {
  const admin = await people.loggedIn("admin@demo.test");
  const accountId = await ledger.accountId("customer2@demo.test");
  const limit = (value: number | null) =>
    admin.request.post("/trpc/staff.setAccountLimit", { data: { accountId, limit: "result_reads", value } });
  const balance = async () =>
    (await fetch(`${demo.url}/res.php?key=${demoKey("customer2@demo.test")}&action=getbalance`)).text();
  expect((await limit(2)).ok()).toBe(true);
  await expect.poll(balance).toBe("ERROR: 1005");
  expect((await limit(null)).ok()).toBe(true);

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff/bans");
  await moderator.getByRole("button", { name: "Lift the ban of customer2@demo.test" }).click();
  const dialog = moderator.getByRole("dialog", { name: "Lift the ban of customer2@demo.test?" });
  await dialog.getByLabel("Reason").fill("They polled by mistake.");
  await expectAccessible(moderator);
  await dialog.getByRole("button", { name: "Lift" }).click();
  await expect(moderator.getByText("The ban is lifted")).toBeVisible();
  await expect.poll(balance).not.toBe("ERROR: 1005");
  await moderator.goto("/staff/bans?show=all");
  await expect(
    moderator.getByRole("row", { name: /customer2@demo.test.*Lifted by moderator/ }).first(),
  ).toBeVisible();
  await expectAccessible(moderator);
});
