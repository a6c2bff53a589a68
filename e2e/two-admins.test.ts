// biome-ignore-all lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures one needs.
/* oxlint-disable no-empty-pattern -- as above */
import type { Page } from "@playwright/test";
import { DemoServer } from "./demo-server";
import { expectAccessible } from "./expect-accessible";
import { expect, test as journey } from "./journey";
import type { People } from "./people";
import { WorkScreen } from "./work-screen";

const PASSWORD = "a second pair of eyes";
let invited = 0;

/** A demo of its own: what one admin may give alone is lowered in it, and more people become staff. */
const test = journey.extend<object, { demo: DemoServer }>({
  demo: [
    async ({}, use) => {
      const demo = await DemoServer.start();
      await use(demo);
      await demo.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});
test.describe.configure({ timeout: 120_000 });

test("nobody becomes an admin by one admin's invitation: a second approves it, and the audit log names both", async ({
  people,
}) => {
  const { page, email } = await invite(people, "Admin");
  await page.goto("/staff/audit");
  for (const act of ["join_staff", "approve_invitation", "invite_staff"])
    await expect(page.getByRole("table")).toContainText(act);
  await expect(page.getByRole("table")).toContainText(email);
});

test("a moderator becomes an admin when a second admin approves it, and logs in anew", async ({ people }) => {
  const admin = await people.loggedIn("admin@demo.test");
  const second = await people.loggedIn("admin2@demo.test");
  const { page: risen, email } = await invite(people, "Moderator");
  await expect(risen.getByRole("link", { name: "Audit log" })).toHaveCount(0);

  await admin.goto(`/staff/accounts?search=${encodeURIComponent(email)}`);
  await admin.getByRole("button", { name: email }).click();
  const account = admin.getByRole("dialog", { name: email });
  await account.getByRole("button", { name: "Make an admin" }).click();
  const asking = admin.getByRole("dialog", { name: "Ask for a change of role?" });
  await asking.getByLabel("Reason").fill("Runs the place while we are away.");
  await asking.getByRole("button", { name: "Make an admin" }).click();
  await expect(admin.getByText("Another admin is asked")).toBeVisible();
  await admin.goto("/staff/accounts");
  const asked = admin.getByRole("region", { name: "Role changes that wait" });
  await expect(asked.getByRole("listitem").filter({ hasText: email })).toContainText("Take back");
  await expect(asked.getByRole("button", { name: `Approve the change of ${email}` })).toHaveCount(0);
  await expectAccessible(admin);

  await second.goto("/staff/queue");
  await second.getByRole("link", { name: "1 change of a role" }).click();
  const waiting = second.getByRole("region", { name: "Role changes that wait" });
  await expect(waiting).toContainText("Runs the place while we are away.");
  await expectAccessible(second);
  await waiting.getByRole("button", { name: `Approve the change of ${email}` }).click();
  await expect(second.getByText("The role is changed")).toBeVisible();

  await risen.reload();
  await expect(risen).toHaveURL(/\/login/);
  const anew = await people.loggedIn(email, { password: PASSWORD });
  await anew.goto("/staff");
  await expect(anew.getByRole("link", { name: "Audit log" }).first()).toBeVisible();
});

test("a set over what one admin gives alone waits, and is given when a second admin approves it", async ({
  people,
  program,
  ledger,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("word-01.jpg");
  await screen.solve("marble");
  await program.finalResult(taskId);
  await screen.page.close();
  const admin = await people.loggedIn("admin@demo.test");
  const second = await people.loggedIn("admin2@demo.test");
  await admin.goto("/staff/payouts");
  await admin.getByLabel("One admin alone may book a deposit up to").fill("0.0001");
  await admin.getByRole("button", { name: "Save settings" }).click();
  await expect(admin.getByText("The settings are saved.")).toBeVisible();

  const before = await ledger.balances("customer@demo.test");
  await admin.goto("/staff/refunds");
  await admin.getByLabel("Account number").fill(String(await ledger.accountId("customer@demo.test")));
  await admin.getByRole("button", { name: "Dry run" }).click();
  await admin.getByRole("button", { name: /^Give 0.000200 USD back for 1 task/ }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("The reader guessed.");
  await dialog.getByRole("button", { name: /^Give/ }).click();
  const waits = admin.getByRole("region", { name: "Sets that wait for a second admin" });
  await expect(waits).toContainText("The reader guessed.");
  await expect(waits.getByRole("button", { name: /^Give/ })).toHaveCount(0);
  await expectAccessible(admin);
  expect(await ledger.balances("customer@demo.test")).toEqual(before);

  await second.goto("/staff/queue");
  const found = second.getByRole("link", { name: "1 set of refunds" });
  await expect(found).toBeVisible();
  await expectAccessible(second);
  await found.click();
  await second.getByRole("button", { name: "Give 0.000200 USD to customer@demo.test", exact: true }).click();
  await expect(second.getByText("0.000200 USD were given back")).toBeVisible();
  await expect(second.getByRole("region", { name: "Sets that wait for a second admin" })).toHaveCount(0);
  const after = await ledger.balances("customer@demo.test");
  expect(after.availableMicros - before.availableMicros).toBe(200);
});

test("a booking by hand over the limit waits, and moves the balance once when a second admin approves it", async ({
  faults,
  ledger,
  people,
}) => {
  faults.expect(/409 \(Conflict\)/);
  const customer = "customer2@demo.test";
  const before = await ledger.balances(customer);
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto(`/staff/accounts?account=${await ledger.accountId(customer)}`);
  const form = admin.getByRole("region", { name: "Deposit by hand" });
  await form.getByLabel("Amount").fill("512.5");
  await form.getByLabel("Reason", { exact: true }).fill("Bank transfer 512");
  await form.getByRole("button", { name: "Book 512.500000 USD" }).click();
  await expect(admin.getByText("512.500000 USD waits for another admin at Deposits.")).toBeVisible();
  expect(await ledger.balances(customer)).toEqual(before);
  await admin.goto("/staff/deposits");
  const own = admin.getByRole("region", { name: "Waiting for a second admin" });
  await expect(own).toContainText("512.500000 USD for customer2@demo.test, asked by admin@demo.test");
  await expect(own.getByRole("button", { name: "Approve 512.500000 USD" })).toHaveCount(0);
  await expectAccessible(admin);

  const second = await people.loggedIn("admin2@demo.test");
  await second.goto("/staff/queue");
  await second.getByRole("link", { name: "1 booking by hand" }).click();
  const approve = second.getByRole("button", { name: "Approve 512.500000 USD" });
  await expect(approve).toBeVisible();
  await expectAccessible(second);
  // Another tab of theirs was opened before, and comes too late.
  const late = await second.context().newPage();
  await late.goto("/staff/deposits");
  await expect(late.getByRole("button", { name: "Approve 512.500000 USD" })).toBeVisible();
  await approve.click();
  await expect(second.getByText("Done.")).toBeVisible();
  await expect(approve).toHaveCount(0);
  const stale = late.getByRole("button", { name: "Approve 512.500000 USD" });
  await stale.click();
  await expect(late.getByText(/This deposit no longer waits/)).toBeVisible();
  const after = await ledger.balances(customer);
  expect(after).toEqual({ ...before, availableMicros: before.availableMicros + 512_500_000 });
  await admin.reload();
  await expect(own).toContainText("Nothing waits.");
});

/** A colleague who follows the link of an invitation, which a second admin has approved, and stands on the staff's first page. */
async function invite(
  people: People,
  role: "Admin" | "Moderator",
): Promise<{ page: Page; admin: Page; second: Page; email: string }> {
  const email = `${role.toLowerCase()}${++invited}-${Date.now()}@example.org`;
  const [admin, second, page] = [
    await people.loggedIn("admin@demo.test"),
    await people.loggedIn("admin2@demo.test"),
    await people.visitor(),
  ];
  await admin.goto("/staff/accounts");
  await admin.getByRole("button", { name: "Invite staff" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Email").fill(email);
  await dialog.getByRole("radio", { name: role }).check();
  await dialog.getByLabel("Reason").fill("We are too few.");
  await expectAccessible(admin);
  await dialog.getByRole("button", { name: "Make invitation link" }).click();
  const link = new URL((await dialog.getByText(/^http/).textContent()) ?? "");
  await dialog.getByRole("button", { name: "Done" }).click();

  await page.goto(link.pathname + link.hash);
  await page.getByLabel("Name").fill(role);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await expect(page.getByRole("alert")).toContainText("Another admin has to approve this invitation first");
  await expectAccessible(page);
  const mine = admin.getByRole("region", { name: "Invitations that wait" }).getByRole("listitem");
  await expect(mine.filter({ hasText: email })).toContainText("Take back");
  await expect(admin.getByRole("button", { name: `Approve the invitation of ${email}` })).toHaveCount(0);

  await second.goto("/staff/queue");
  await second.getByRole("link", { name: "1 invitation of staff" }).click();
  await expect(second.getByRole("region", { name: "Invitations that wait" })).toContainText(
    "invited by admin@demo.test. We are too few.",
  );
  await expectAccessible(second);
  await second.getByRole("button", { name: `Approve the invitation of ${email}` }).click();
  await expect(second.getByText("The invitation's link works now")).toBeVisible();
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Queue");
  return { page, admin, second, email };
}
