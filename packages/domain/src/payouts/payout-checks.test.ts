import { type ReasonCode, UNDO_MS, type Verdict } from "@sightline/contract/moderation";
import { useTestDatabase } from "@sightline/testing/test-database";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { bookMoves } from "../ledger/book-moves";
import { getBalance } from "../ledger/get-balance";
import { inTransaction } from "../ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { reconcile } from "../ledger/reconcile";
import { carryOutVerdicts } from "../moderation/carry-out-verdicts";
import type { Moderator } from "../moderation/claim-case";
import { giveVerdict } from "../moderation/give-verdict";
import { listCases } from "../moderation/list-cases";
import { viewCase } from "../moderation/view-case";
import { listNotices } from "../notices/list-notices";
import { buildAccount, buildDomain } from "../testing/builders";
import { PaperChain } from "../testing/paper-chain";
import { decidePayoutBatch } from "./decide-payout-batch";
import { enterPayoutTransaction } from "./enter-payout-transaction";
import { liftPayoutHold } from "./lift-payout-hold";
import { listPayoutBatches } from "./list-payout-batches";
import { makePayoutBatch } from "./make-payout-batch";
import { openPayoutChecksAhead } from "./open-payout-checks";
import { payoutFacts, signsOf } from "./payout-facts";
import { setPayoutAddress } from "./set-payout-address";
import { viewPayouts } from "./view-payouts";

const database = useTestDatabase();
const DAY_MS = 86_400_000;
let chain: PaperChain;
let domain: Domain;
let ctx: DomainContext;
let clock: { advance(ms: number): void; nowMs(): number };
let admin: number;
let moderator: Moderator;

beforeAll(async () => {
  chain = await PaperChain.start();
  ({ domain, ctx, clock } = await buildDomain(database.url, { chain: chain.options }));
  admin = await buildAccount(ctx, { role: "admin" });
  moderator = { accountId: await buildAccount(ctx, { role: "moderator" }), role: "moderator" };
  await ctx.pool.query("update payment_setting set payout_wallet = $1", [chain.wallet]);
});
afterAll(async () => {
  await domain.stop();
  await chain.stop();
});
// The next test's batch is made of its own workers alone.
beforeEach(() => ctx.pool.query("update account_profile set suspended_at = now()"));
afterEach(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
});

let lastKey = 0;
const newAddress = () => privateKeyToAccount(`0x${String(++lastKey).padStart(64, "3")}`).address;
const available = async (accountId: number) => (await getBalance(ctx, accountId)).availableMicros;
const setAddress = (accountId: number) =>
  setPayoutAddress(ctx, { accountId, chainId: chain.options.chainId, address: newAddress() });

async function worker(micros = 6_000_000): Promise<number> {
  const accountId = await buildAccount(ctx, { role: "worker" });
  await setAddress(accountId);
  await earn(accountId, micros);
  return accountId;
}
async function earn(accountId: number, micros: number): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const pay = { causeId: ctx.ids.next(), debitId: PLATFORM_ACCOUNTS.expenses, creditId: accountId, micros };
    await bookMoves(client, [{ ...pay, posting: "content_pay" }]);
    await bookMoves(client, [
      { causeId: ctx.ids.next(), posting: "pay_confirmed", debitId: accountId, creditId: accountId, micros },
    ]);
  });
}
const make = () => makePayoutBatch(ctx, { token: "PAPER", madeBy: admin });
const approve = (batchId: number) => decidePayoutBatch(ctx, { batchId, approve: true, decidedBy: admin });
/** As if the chain had shown it. */
async function paid(accountId: number): Promise<void> {
  const { batchId } = await make();
  await approve(batchId);
  const hash = `0x${String(++lastKey).padStart(64, "0")}`;
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ id: number; micros: number }>(
      `update payout set state = 'paid', tx_hash = $2, tx_log_no = 0, ended_at = $3
       where account_id = $1 and state = 'reserved' returning id, micros`,
      [accountId, hash, new Date(clock.nowMs())],
    );
    const { payouts, world } = PLATFORM_ACCOUNTS;
    await bookMoves(
      client,
      rows.map(({ id, micros }) => {
        return { causeId: id, posting: "payout_paid" as const, debitId: payouts, creditId: world, micros };
      }),
    );
  });
}
const signs = async (accountId: number) => {
  const [facts] = await payoutFacts(ctx.pool, { accountIds: [accountId], nowMs: clock.nowMs() });
  return facts && signsOf(facts);
};
const caseOf = async (accountId: number) =>
  (await listCases(ctx, { kind: "payout_check", limit: 100, role: "admin" })).rows.find(
    ({ subject }) => subject === `worker:${accountId}`,
  );
async function give(accountId: number, verdict: Verdict, reasonCode: ReasonCode): Promise<void> {
  const caseId = (await caseOf(accountId))?.id ?? 0;
  await viewCase(ctx, moderator, caseId);
  const expected = { refundMicros: 0, takenBackMicros: 0 };
  await giveVerdict(ctx, moderator, { caseId, verdict, reasonCode, takesPayBack: false, expected });
}
async function decide(accountId: number, verdict: Verdict, reasonCode: ReasonCode): Promise<void> {
  await give(accountId, verdict, reasonCode);
  clock.advance(UNDO_MS);
  await carryOutVerdicts.runOnce(ctx);
}
const batch = async (batchId: number) =>
  (await listPayoutBatches(ctx)).batches.find((each) => each.batchId === batchId);

test("a first payout is asked about before its day, once, and says what is known", async () => {
  const accountId = await worker();
  const ahead = openPayoutChecksAhead();
  await ahead.runOnce(ctx);
  await openPayoutChecksAhead().runOnce(ctx);
  const opened = await caseOf(accountId);
  const { claims } = await viewCase(ctx, moderator, opened?.id ?? 0);
  expect(claims?.payout).toMatchObject({
    signs: ["first_payout"],
    micros: 6_000_000,
    paidCount: 0,
    usualMicros: null,
    inBatch: null,
  });
  await decide(accountId, "accept", "payout_in_order");
  await ahead.runOnce(ctx);
  await openPayoutChecksAhead().runOnce(ctx);
  expect(await caseOf(accountId)).toBeUndefined();
  expect(await signs(accountId)).toEqual([]);
});

test("a batch waits for nobody's look: its row names the open case, and approving decides it", async () => {
  const accountId = await worker();
  const { batchId } = await make();
  const opened = await caseOf(accountId);
  expect((await batch(batchId))?.rows).toMatchObject([{ caseId: opened?.id }]);
  await approve(batchId);
  expect((await batch(batchId))?.rows).toMatchObject([{ caseId: null, state: "reserved" }]);
  expect(await caseOf(accountId)).toBeUndefined();
  const acts = await ctx.pool.query(
    "select after from staff_act where act = 'approve_payouts' and subject = $1",
    [`payout_batch:${batchId}`],
  );
  expect(acts.rows).toEqual([{ after: { state: "approved", lookedAt: [accountId] } }]);
});

test("a refusal keeps the payout out of its batch and of the next ones until an admin lifts it", async () => {
  const [held, other] = [await worker(), await worker(7_000_000)];
  const { batchId } = await make();
  await decide(held, "refuse", "payout_questions");
  expect(await batch(batchId)).toMatchObject({ state: "made", totalMicros: 7_000_000 });
  expect([await available(held), await available(other)]).toEqual([6_000_000, 0]);
  expect(await viewPayouts(ctx, held)).toMatchObject({
    heldReason: "Something about this payout must be cleared up first.",
  });
  expect((await listNotices(ctx, held)).notices.map(({ subject }) => subject)).toContain(
    "Your payouts are held",
  );
  await expect(make()).rejects.toThrow("No worker");
  const lift = { accountId: held, reason: "Talked to them", liftedBy: admin };
  const lifted = await Promise.allSettled([liftPayoutHold(ctx, lift), liftPayoutHold(ctx, lift)]);
  expect(lifted.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await listPayoutBatches(ctx)).holds).toEqual([]);
  expect(await make()).toMatchObject({ rows: 1, totalMicros: 6_000_000 });
  expect(await caseOf(held)).toBeUndefined();
});

test("a batch whose only payout is refused is cancelled", async () => {
  const accountId = await worker();
  const { batchId } = await make();
  await decide(accountId, "refuse", "payout_questions");
  expect(await batch(batchId)).toMatchObject({ state: "cancelled", rows: [{ state: "returned" }] });
  expect(await available(accountId)).toBe(6_000_000);
});

test("a refusal that comes when a transaction may pay already goes to the admins, and nothing is half done", async () => {
  const accountId = await worker();
  await openPayoutChecksAhead().runOnce(ctx);
  const { batchId } = await make();
  await give(accountId, "refuse", "payout_questions");
  await expect(approve(batchId)).rejects.toThrow("just looked at");
  await ctx.pool.query("update payout_batch set state = 'approved', decided_by = $2 where id = $1", [
    batchId,
    admin,
  ]);
  await enterPayoutTransaction(ctx, { batchId, txHash: `0x${"d".repeat(64)}`, enteredBy: admin });
  clock.advance(UNDO_MS);
  await carryOutVerdicts.runOnce(ctx);
  expect(await caseOf(accountId)).toMatchObject({ escalated: true });
  expect((await batch(batchId))?.rows).toMatchObject([{ state: "reserved" }]);
  expect((await viewPayouts(ctx, accountId)).heldReason).toBeNull();
});

test("a changed address, an amount far over the usual and a customer who is linked are signs", async () => {
  const accountId = await worker();
  await paid(accountId);
  await earn(accountId, 6_500_000);
  expect(await signs(accountId)).toEqual([]);
  await earn(accountId, 20_000_000);
  expect(await signs(accountId)).toEqual(["unusual_amount"]);
  await setAddress(accountId);
  clock.advance(DAY_MS);
  expect(await signs(accountId)).toEqual(["changed_address", "unusual_amount"]);
  const customer = await buildAccount(ctx);
  await ctx.pool.query(
    "insert into auth_user (id, email, name, role, account_id) values ($2, $2, 'x', 'customer', $1)",
    [customer, `linked${customer}@test.example`],
  );
  await ctx.pool.query(
    "insert into account_link (worker_id, other_id, sorts, until) values ($1, $2, '{3}', $3)",
    [accountId, customer, new Date(clock.nowMs() + DAY_MS)],
  );
  expect(await signs(accountId)).toEqual(["changed_address", "unusual_amount", "linked_customer"]);
  const { batchId } = await make();
  await approve(batchId);
  expect(await signs(accountId)).toEqual([]);
});
