import { openPool } from "@sightline/db/database";
import { firstIdAt } from "@sightline/db/task-id";
import { bookMoves } from "@sightline/domain/ledger/book-moves";
import { inTransaction } from "@sightline/domain/ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "@sightline/domain/ledger/postings";
import { withChainDemo } from "./chain-demo";
import { CONNECT_MS } from "./demo-server";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { LedgerView } from "./ledger-view";

const ADDRESS = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

test.describe.configure({ timeout: 90_000 });

test("a first site comes into the queue when it is proved, a moderator approves it, and its owner hears of it", async ({
  people,
  demo,
  faults,
}) => {
  // What speaks for another verdict is refused with a status, which the browser logs.
  faults.expect(/409 \(Conflict\).*moderation\.decide/);
  // The demo's stand-in for DNS has one record, of a name that nobody can add: as if this owner had published it.
  const pool = openPool(demo.databaseUrl, {
    max: 1,
    applicationName: "sightline-journeys",
    connectTimeoutMs: CONNECT_MS,
  });
  const { rows } = await pool.query<{ id: number }>(
    `insert into site (account_id, host, token, created_at)
     select account_id, 'demo.test', 'sightline-site=demo', now() from auth_user where email = 'customer2@demo.test'
     returning id`,
  );
  await pool.end();
  const owner = await people.loggedIn("customer2@demo.test");
  await owner.goto("/app/sites");
  await owner
    .getByRole("row", { name: /demo\.test/ })
    .getByRole("button")
    .click();
  const panel = owner.getByRole("dialog", { name: "demo.test" });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByText("Waits for staff")).toBeVisible();

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff/queue");
  const row = moderator.getByRole("row", { name: new RegExp(`New site.*site:${rows[0]?.id}`) });
  await row.getByRole("button").click();
  await expect(moderator.getByText("waits for this decision")).toBeVisible();
  await expect(moderator.getByText("version 1 accepted")).toBeVisible();
  await expect(moderator.getByRole("button", { name: /^Approve: its challenges are taken/ })).toBeVisible();
  await expectAccessible(moderator);
  await moderator.keyboard.press("r");
  await expect(moderator.getByText(/speaks for another verdict/)).toBeVisible();
  await moderator.keyboard.press("a");
  await expect(moderator.getByText(/^Case \d+ is decided\./)).toBeVisible();

  // The verdict is carried out when it can't be undone any more.
  await expect(async () => {
    await owner.reload();
    await expect(panel.getByText("Verified", { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await panel.getByRole("button", { name: "Remove demo.test" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Remove demo.test" }).click();
  await expect(owner.getByRole("row", { name: /demo\.test/ })).toHaveCount(0);
  await owner.getByRole("button", { name: /[Nn]otice/ }).click();
  await expect(owner.getByText("demo.test is approved").first()).toBeVisible();
});

test("a first payout is looked at and refused, so it leaves its batch until an admin lifts that", async ({
  browser,
  faults,
}) => {
  await withChainDemo({ browser, faults }, async ({ chain, pool, people }) => {
    const worker = await people.loggedIn("worker6@demo.test");
    await worker.goto("/work/payouts");
    await worker.getByRole("textbox", { name: "Address on Local chain" }).fill(ADDRESS);
    await worker.getByRole("button", { name: "Save address" }).click();
    await expect(worker.getByText("Your pay goes to")).toBeVisible();
    const creditId = await new LedgerView(pool).accountId("worker6@demo.test");
    const pay = { debitId: PLATFORM_ACCOUNTS.expenses, creditId, micros: 7_250_000 };
    await inTransaction(pool, async (client) => {
      const causeId = firstIdAt(Date.now());
      await bookMoves(client, [{ ...pay, causeId, posting: "content_pay" }]);
      await bookMoves(client, [{ ...pay, causeId, debitId: creditId, posting: "pay_confirmed" }]);
    });
    await pool.query("update payment_setting set payout_wallet = $1", [chain.payer.address]);

    const admin = await people.loggedIn("admin@demo.test");
    await admin.goto("/staff/payouts");
    await admin.getByRole("button", { name: "Make a batch in TUSD" }).click();
    await expect(admin.getByText(/^1 payout of this batch is in the queue for a look/)).toBeVisible();
    await expectAccessible(admin);

    const moderator = await people.loggedIn("moderator@demo.test");
    await moderator.goto("/staff/queue?kind=payout_check");
    await moderator
      .getByRole("row", { name: new RegExp(`worker:${creditId}`) })
      .getByRole("button")
      .click();
    await expect(moderator.getByText("first payout", { exact: true })).toBeVisible();
    await expect(moderator.getByText("waits for approval")).toBeVisible();
    await moderator.getByRole("button", { name: /Reason, as both sides read it/ }).click();
    await moderator.getByRole("option", { name: /must be cleared up first/ }).click();
    await expectAccessible(moderator);
    await moderator.getByRole("button", { name: /^Hold: it leaves its batch/ }).click();
    await expect(moderator.getByText(/^Case \d+ is decided\./)).toBeVisible();

    // The verdict is carried out when it can't be undone any more.
    await expect(async () => {
      await worker.reload();
      await expect(worker.getByText(/^Our staff hold your payouts: Something about/)).toBeVisible({
        timeout: 2_000,
      });
    }).toPass({ timeout: 40_000 });
    await admin.reload();
    await expect(admin.getByText("Cancelled")).toBeVisible();
    await admin.getByRole("button", { name: "Lift worker6@demo.test" }).click();
    const lift = admin.getByRole("dialog", { name: "Let the payouts of worker6@demo.test go again" });
    await lift.getByRole("textbox", { name: "Reason" }).fill("Talked to them");
    await expectAccessible(admin);
    await lift.getByRole("button", { name: "Lift" }).click();
    await expect(admin.getByRole("button", { name: "Lift worker6@demo.test" })).toHaveCount(0);
    await admin.getByRole("button", { name: "Make a batch in TUSD" }).click();
    await expect(admin.getByRole("button", { name: "Approve 7.250000 USD" })).toBeVisible();
    await expect(admin.getByText(/in the queue for a look/)).toHaveCount(0);
  });
});
