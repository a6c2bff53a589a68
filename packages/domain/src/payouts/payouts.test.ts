import { PAYOUT_MISSING_MS } from "@sightline/contract/payouts";
import { useTestDatabase } from "@sightline/testing/test-database";
import { getAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { ChainTokenOptions } from "../chain/chain-options";
import { watchDeposits } from "../chain/watch-deposits";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { bookMoves } from "../ledger/book-moves";
import { getBalance } from "../ledger/get-balance";
import { inTransaction } from "../ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { reconcile } from "../ledger/reconcile";
import { setPaymentSettings } from "../payments/set-payment-settings";
import { buildAccount, buildDomain } from "../testing/builders";
import { LocalChain } from "../testing/local-chain";
import { cancelPayoutAddress } from "./cancel-payout-address";
import { confirmPayouts } from "./confirm-payouts";
import { decidePayoutBatch } from "./decide-payout-batch";
import { dropPayoutTransaction } from "./drop-payout-transaction";
import { enterPayoutTransaction } from "./enter-payout-transaction";
import { exportPayoutBatch } from "./export-payout-batch";
import { listPayoutBatches } from "./list-payout-batches";
import { makePayoutBatch } from "./make-payout-batch";
import { returnPayout } from "./return-payout";
import { setPayoutAddress } from "./set-payout-address";
import { settlePayoutStray } from "./settle-payout-stray";
import { viewPayouts } from "./view-payouts";

const database = useTestDatabase();
let chain: LocalChain;
let usd: ChainTokenOptions;
let domain: Domain;
let ctx: DomainContext;
let clock: { advance(ms: number): void };
let maker: number;
let second: number;
const CHAIN_ID = 31_337;
const DAY_MS = 86_400_000;
/** Longer than a confirmed transaction is left alone. */
const LOOKED_AGAIN_MS = 20_000;

beforeAll(async () => {
  chain = await LocalChain.start();
  usd = await chain.deploy({ symbol: "USD8", decimals: 8 });
  const built = await buildDomain(database.url, { chain: chain.options([usd]) });
  ({ domain, ctx, clock } = built);
  maker = await buildAccount(ctx, { role: "admin" });
  second = await buildAccount(ctx, { role: "admin" });
  await setPaymentSettings(ctx, {
    depositMinimumMicros: 0,
    handBookingAloneMicros: 0,
    payoutThresholdMicros: 5_000_000,
    payoutAloneMicros: 50_000_000,
    payoutAddressDelayHours: 24,
    payoutWallet: chain.payer.address,
    payoutWeekday: null,
    payoutsPlannedAtMs: null,
    issuer: "",
    changedBy: maker,
  });
});
afterAll(async () => {
  await domain.stop();
  await chain.stop();
});
// The next test's batch is made of its own workers alone.
afterEach(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
  await ctx.pool.query("update account_profile set suspended_at = now()");
});

let lastKey = 0;
const newAddress = () => privateKeyToAccount(`0x${String(++lastKey).padStart(64, "1")}`).address;
const available = async (accountId: number) => (await getBalance(ctx, accountId)).availableMicros;

async function worker(micros: number): Promise<{ accountId: number; address: string }> {
  const accountId = await buildAccount(ctx, { role: "worker" });
  const address = newAddress();
  await setPayoutAddress(ctx, { accountId, chainId: CHAIN_ID, address });
  await inTransaction(ctx.pool, async (client) => {
    const pay = { causeId: ctx.ids.next(), debitId: PLATFORM_ACCOUNTS.expenses, creditId: accountId, micros };
    await bookMoves(client, [{ ...pay, posting: "content_pay" }]);
    await bookMoves(client, [
      { causeId: ctx.ids.next(), posting: "pay_confirmed", debitId: accountId, creditId: accountId, micros },
    ]);
  });
  return { accountId, address };
}
const make = () => makePayoutBatch(ctx, { token: "USD8", madeBy: maker });
async function approved(): Promise<number> {
  const { batchId } = await make();
  await decidePayoutBatch(ctx, { batchId, approve: true, decidedBy: maker });
  return batchId;
}
const enter = (batchId: number, txHash: string) =>
  enterPayoutTransaction(ctx, { batchId, txHash, enteredBy: maker });
async function confirmed(): Promise<void> {
  await chain.mine(3);
  await confirmPayouts.runOnce(ctx);
}
const batch = async (batchId: number) =>
  (await listPayoutBatches(ctx)).batches.find((each) => each.batchId === batchId);
const drop = (batchId: number, txHash: string) =>
  dropPayoutTransaction(ctx, { batchId, txHash, reason: "the wallet lost it", droppedBy: maker });
const transactions = async (batchId: number) =>
  (await batch(batchId))?.transactions.map(({ state, finding }) => [state, finding]);
/** Half an hour and the confirmations without a transaction. */
async function missed(): Promise<void> {
  await confirmPayouts.runOnce(ctx);
  clock.advance(PAYOUT_MISSING_MS);
  await confirmed();
}
/** The proof names the transfer until staff have settled it. */
async function settleStrays(txHash: string): Promise<void> {
  const proof = await reconcile(ctx.pool);
  expect(proof).toMatchObject([{ check: "strays", subject: expect.stringContaining(txHash) }]);
  const { strays } = await listPayoutBatches(ctx);
  const [settle] = strays.map(
    ({ strayId }) =>
      () =>
        settlePayoutStray(ctx, { strayId, reason: "sent back by the worker", settledBy: maker }),
  );
  const settled = await Promise.allSettled([settle?.(), settle?.()]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
}
const states = async (batchId: number) => (await batch(batchId))?.rows.map(({ state }) => state);

test("an address with a wrong checksum, of another network, of zeros or of the token is refused", async () => {
  const accountId = await buildAccount(ctx, { role: "worker" });
  const address = newAddress();
  const wrong = address.replace(/[a-f]/, (letter) => letter.toUpperCase());
  for (const [bad, why] of [
    [wrong === address ? address.toLowerCase() : wrong, "checksum"],
    [address.toLowerCase(), "checksum"],
    [`0x${"0".repeat(40)}`, "zeros"],
    [getAddress(usd.address), "token itself"],
    ["0x12", "begins with 0x"],
  ] as const) {
    await expect(setPayoutAddress(ctx, { accountId, chainId: CHAIN_ID, address: bad })).rejects.toThrow(why);
  }
  await expect(setPayoutAddress(ctx, { accountId, chainId: 1, address })).rejects.toThrow("another network");
  expect((await viewPayouts(ctx, accountId)).address).toBeNull();
});

test("the first address holds at once, a change a day later, and until then nothing is paid out", async () => {
  const { accountId, address } = await worker(9_000_000);
  const changed = newAddress();
  await setPayoutAddress(ctx, { accountId, chainId: CHAIN_ID, address: changed });
  expect(await viewPayouts(ctx, accountId)).toMatchObject({ address, next: { address: changed } });
  await expect(make()).rejects.toThrow("No worker");
  clock.advance(DAY_MS);
  expect(await viewPayouts(ctx, accountId)).toMatchObject({ address: changed, next: null });
  const { rows } = await ctx.pool.query("select notice from notice where account_id = $1", [accountId]);
  expect(rows).toEqual([{ notice: "payout_address_changed" }, { notice: "payout_address_changed" }]);
});

test("a change of address can be taken back before it holds", async () => {
  const { accountId, address } = await worker(1);
  await setPayoutAddress(ctx, { accountId, chainId: CHAIN_ID, address: newAddress() });
  await cancelPayoutAddress(ctx, accountId);
  clock.advance(2 * DAY_MS);
  expect((await viewPayouts(ctx, accountId)).address).toBe(address);
  await expect(cancelPayoutAddress(ctx, accountId)).rejects.toThrow("No change");
});

test("a batch reserves the confirmed pay of who has reached the threshold, and is paid when the chain shows it", async () => {
  const rich = await worker(7_000_001);
  const poor = await worker(4_999_999);
  const batchId = await approved();
  expect([await available(rich.accountId), await available(poor.accountId)]).toEqual([0, 4_999_999]);
  const { safeJson, csv } = await exportPayoutBatch(ctx, batchId);
  expect(JSON.parse(safeJson)).toMatchObject({
    chainId: String(CHAIN_ID),
    transactions: [
      { to: getAddress(usd.address), contractInputsValues: { to: rich.address, value: "700000100" } },
    ],
  });
  expect(csv).toContain(`,${rich.address},7.000001\r\n`);
  const hash = await chain.send(usd, rich.address, 700_000_100n);
  await enter(batchId, hash);
  await confirmPayouts.runOnce(ctx);
  expect(await states(batchId)).toEqual(["reserved"]);
  await confirmed();
  expect(await states(batchId)).toEqual(["paid"]);
  expect((await viewPayouts(ctx, rich.accountId)).payouts[0]).toMatchObject({ state: "paid", txHash: hash });
});

test("two batches that are made at once reserve a worker's pay once", async () => {
  const { accountId } = await worker(6_000_000);
  const made = await Promise.allSettled([make(), make(), make()]);
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await available(accountId)).toBe(0);
});

test("a row that is paid twice on the chain is paid once in the books, and the second transfer is named", async () => {
  const { accountId, address } = await worker(6_000_000);
  const batchId = await approved();
  const first = await chain.send(usd, address, 600_000_000n);
  const again = await chain.send(usd, address, 600_000_000n);
  await enter(batchId, first);
  await enter(batchId, again);
  await expect(enter(batchId, first)).rejects.toThrow("entered before");
  await chain.mine(3);
  await Promise.all([confirmPayouts.runOnce(ctx), confirmPayouts.runOnce(ctx)]);
  const { rows } = await ctx.pool.query(
    "select count(*)::int as count from transfer t join payout p on p.id = t.cause_id where p.account_id = $1 and t.line = 1",
    [accountId],
  );
  expect(rows).toEqual([{ count: 1 }]);
  expect((await batch(batchId))?.transactions.map(({ strayTransfers }) => strayTransfers).sort()).toEqual([
    0, 1,
  ]);
  await settleStrays(again);
});

test("of a transaction that pays one row and another amount to the other, one is paid and the other returned", async () => {
  const one = await worker(5_000_000);
  const other = await worker(8_000_000);
  const batchId = await approved();
  const hash = await chain.sendMany(usd, [
    { to: one.address, units: 500_000_000n },
    { to: other.address, units: 799_999_999n },
  ]);
  await enter(batchId, hash);
  const payoutId = (await batch(batchId))?.rows[1]?.payoutId ?? 0;
  const back = { payoutId, reason: "the wallet left it out", returnedBy: maker };
  await expect(returnPayout(ctx, back)).rejects.toThrow("may pay it");
  await confirmed();
  expect(await states(batchId)).toEqual(["paid", "reserved"]);
  await Promise.allSettled([returnPayout(ctx, back), returnPayout(ctx, back)]);
  expect(await states(batchId)).toEqual(["paid", "returned"]);
  expect(await available(other.accountId)).toBe(8_000_000);
  await settleStrays(hash);
});

test("a transaction of another wallet or that the chain does not know pays nobody", async () => {
  const { address } = await worker(6_000_000);
  const batchId = await approved();
  await ctx.pool.query("update payout_batch set wallet = $2 where id = $1", [batchId, `0x${"9".repeat(40)}`]);
  await enter(batchId, await chain.send(usd, address, 600_000_000n));
  await enter(batchId, `0x${"a".repeat(64)}`);
  await confirmed();
  expect(await states(batchId)).toEqual(["reserved"]);
  expect((await batch(batchId))?.transactions.map(({ state, finding }) => [state, finding])).toEqual([
    ["failed", "pays_no_row"],
    ["entered", "not_found"],
  ]);
});

test("a batch over the limit needs another admin, and a cancelled one gives everything back", async () => {
  const { accountId } = await worker(50_000_001);
  const { batchId } = await make();
  const decide = (approve: boolean, decidedBy: number) =>
    decidePayoutBatch(ctx, { batchId, approve, decidedBy });
  await expect(decide(true, maker)).rejects.toThrow("Another admin");
  await expect(enter(batchId, `0x${"b".repeat(64)}`)).rejects.toThrow("not approved");
  await expect(exportPayoutBatch(ctx, batchId)).rejects.toThrow("Only an approved");
  await decide(false, second);
  await expect(decide(true, second)).rejects.toThrow("cancelled already");
  expect(await available(accountId)).toBe(50_000_001);
});

test("a transaction that the chain never finds is taken off after half an hour, and its batch goes on", async () => {
  const { accountId } = await worker(6_000_000);
  const batchId = await approved();
  const lost = `0x${"c".repeat(64)}`;
  await enter(batchId, lost);
  await expect(drop(batchId, lost)).rejects.toThrow("may still come");
  await expect(exportPayoutBatch(ctx, batchId)).rejects.toThrow("being looked up");
  clock.advance(PAYOUT_MISSING_MS);
  await expect(drop(batchId, lost)).rejects.toThrow("may still come");
  await chain.mine(3);
  const payoutId = (await batch(batchId))?.rows[0]?.payoutId ?? 0;
  const back = { payoutId, reason: "never sent", returnedBy: maker };
  await expect(returnPayout(ctx, back)).rejects.toThrow("may pay it");
  const dropped = await Promise.allSettled([drop(batchId, lost), drop(batchId, lost)]);
  expect(dropped.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await transactions(batchId)).toEqual([["dropped", "not_found"]]);
  expect((await batch(batchId))?.transactions[0]).toMatchObject({ dropReason: "the wallet lost it" });
  await returnPayout(ctx, back);
  expect(await available(accountId)).toBe(6_000_000);
  const acts = await ctx.pool.query("select reason from staff_act where act = 'drop_payout_transaction'");
  expect(acts.rows).toEqual([{ reason: "the wallet lost it" }]);
});

test("a transaction that waits for a block cannot be taken off; one whose number went to another can at once", async () => {
  const { address } = await worker(6_000_000);
  const batchId = await approved();
  const { hash, raw } = await chain.sign(usd, address, 600_000_000n);
  await enter(batchId, hash);
  await chain.withoutBlocks(raw, async () => {
    await confirmPayouts.runOnce(ctx);
    clock.advance(PAYOUT_MISSING_MS);
    expect(await transactions(batchId)).toEqual([["entered", "pending"]]);
    await expect(drop(batchId, hash)).rejects.toThrow("knows this transaction");
  });
  const other = await chain.send(usd, newAddress(), 1n);
  await confirmPayouts.runOnce(ctx);
  expect(await transactions(batchId)).toEqual([["entered", "replaced"]]);
  await chain.mine(3);
  await drop(batchId, hash);
  await enter(batchId, other);
  await confirmed();
  expect((await transactions(batchId))?.map(([state]) => state)).toEqual(["dropped", "failed"]);
  await settleStrays(other);
  expect(await states(batchId)).toEqual(["reserved"]);
});

test("a transaction that comes after it was taken off pays what is still reserved", async () => {
  const { address } = await worker(6_000_000);
  const batchId = await approved();
  const { hash, raw } = await chain.sign(usd, address, 600_000_000n);
  await enter(batchId, hash);
  await missed();
  await drop(batchId, hash);
  await chain.resend(raw);
  clock.advance(PAYOUT_MISSING_MS);
  await confirmed();
  expect(await states(batchId)).toEqual(["paid"]);
  expect(await transactions(batchId)).toEqual([["confirmed", null]]);
});

test("a transaction that comes after its payout was returned pays nobody again and is named until it is settled", async () => {
  const { accountId, address } = await worker(6_000_000);
  const batchId = await approved();
  const { hash, raw } = await chain.sign(usd, address, 600_000_000n);
  await enter(batchId, hash);
  await missed();
  await drop(batchId, hash);
  const payoutId = (await batch(batchId))?.rows[0]?.payoutId ?? 0;
  await returnPayout(ctx, { payoutId, reason: "never sent", returnedBy: maker });
  await chain.resend(raw);
  clock.advance(PAYOUT_MISSING_MS);
  await confirmed();
  expect(await states(batchId)).toEqual(["returned"]);
  expect(await available(accountId)).toBe(6_000_000);
  expect((await listPayoutBatches(ctx)).strays).toMatchObject([
    { batchId, txHash: hash, address: address.toLowerCase(), micros: 6_000_000 },
  ]);
  await settleStrays(hash);
});

/** A payout that counted as paid, in blocks that a reorganisation then takes back. */
async function takenBack() {
  const { accountId, address } = await worker(6_000_000);
  const batchId = await approved();
  const hash = await chain.send(usd, address, 600_000_000n);
  const raw = await chain.rawTransaction(hash);
  await enter(batchId, hash);
  await watchDeposits.runOnce(ctx);
  await confirmed();
  expect(await states(batchId)).toEqual(["paid"]);
  await watchDeposits.runOnce(ctx);
  await chain.reorganise(4);
  await watchDeposits.runOnce(ctx);
  clock.advance(LOOKED_AGAIN_MS);
  await confirmPayouts.runOnce(ctx);
  expect(await reconcile(ctx.pool)).toMatchObject([
    { check: "taken_back", subject: expect.stringContaining(hash), difference: 6_000_000 },
  ]);
  return { accountId, batchId, hash, raw };
}

test("a payout that was paid and that the chain takes back is named until the chain has it again", async () => {
  const { accountId, batchId, hash, raw } = await takenBack();
  expect(await transactions(batchId)).toEqual([["confirmed", "not_found"]]);
  await expect(drop(batchId, hash)).rejects.toThrow("may still come");
  await chain.resend(raw);
  await expect(drop(batchId, hash)).rejects.toThrow("knows this transaction");
  clock.advance(LOOKED_AGAIN_MS);
  await confirmPayouts.runOnce(ctx);
  expect(await transactions(batchId)).toEqual([["confirmed", null]]);
  expect(await states(batchId)).toEqual(["paid"]);
  expect(await available(accountId)).toBe(0);
});

test("a payout that the chain took back for good is given back once, and is paid by a later batch", async () => {
  const { accountId, batchId, hash, raw } = await takenBack();
  clock.advance(PAYOUT_MISSING_MS);
  await chain.mine(3);
  const dropped = await Promise.allSettled([drop(batchId, hash), drop(batchId, hash)]);
  expect(dropped.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await states(batchId)).toEqual(["undone"]);
  expect(await available(accountId)).toBe(6_000_000);
  expect((await viewPayouts(ctx, accountId)).payouts[0]).toMatchObject({ state: "undone" });
  const { rows } = await ctx.pool.query("select notice from notice where account_id = $1 order by id", [
    accountId,
  ]);
  expect(rows.map(({ notice }) => notice)).toEqual([
    "payout_address_changed",
    "payout_sent",
    "payout_undone",
  ]);
  expect(await reconcile(ctx.pool)).toEqual([]);
  await approved();
  expect(await available(accountId)).toBe(0);
  await chain.resend(raw);
  clock.advance(PAYOUT_MISSING_MS);
  await confirmed();
  expect(await states(batchId)).toEqual(["undone"]);
  await settleStrays(hash);
});

test("a transaction that was taken off by mistake is entered again", async () => {
  await worker(6_000_000);
  const batchId = await approved();
  const lost = `0x${"d".repeat(64)}`;
  await enter(batchId, lost);
  await missed();
  await drop(batchId, lost);
  await enter(batchId, lost);
  expect(await transactions(batchId)).toEqual([["entered", null]]);
  await expect(enter(batchId, lost)).rejects.toThrow("entered before");
});
