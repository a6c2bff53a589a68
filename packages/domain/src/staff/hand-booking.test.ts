import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { reverseDeposit } from "../deposits/reverse-deposit";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { paymentSettings } from "../payments/payment-settings";
import { setPaymentSettings } from "../payments/set-payment-settings";
import { buildAccount, buildDomain } from "../testing/builders";
import { bookChainDeposit } from "./book-chain-deposit";
import { decideHandBooking } from "./decide-hand-booking";
import { depositByHand } from "./deposit-by-hand";
import { viewDeposits } from "./view-deposits";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let asker: number;
let second: number;
beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  asker = await buildAccount(ctx, { role: "admin" });
  second = await buildAccount(ctx, { role: "admin" });
});
afterAll(() => domain.stop());

const OVER = 500_000_001;
const available = async (accountId: number) => (await getBalance(ctx, accountId)).availableMicros;

async function asked(accountId: number): Promise<number> {
  const deposit = { accountId, amountMicros: OVER, reason: "bank transfer 7", bookedBy: asker };
  expect(await depositByHand(ctx, deposit)).toEqual({ waits: true });
  const { waiting } = await viewDeposits(ctx, asker);
  return waiting.find((each) => each.accountId === accountId)?.bookingId ?? 0;
}

/** A chain's deposit as its watcher leaves it. */
async function chainDeposit(accountId: number, state: string, micros: number | null): Promise<number> {
  const id = ctx.ids.next();
  await ctx.pool.query(
    `insert into chain_deposit (id, chain_id, tx_hash, tx_log_no, block_hash, block_number, log_index, token,
       from_address, to_address, account_id, amount_units, amount_micros, dust_units, state, seen_at)
     values ($1, 31337, $2, 0, '0xb', 1, 0, '0xt', '0xf', '0xa', $3, 50, $4, 0, $5, now())`,
    [id, `0x${id}`, accountId, micros, state],
  );
  return id;
}

test("a deposit by hand up to the limit is booked at once", async () => {
  const accountId = await buildAccount(ctx);
  const deposit = { accountId, amountMicros: OVER - 1, reason: "bank transfer 6", bookedBy: asker };
  expect(await depositByHand(ctx, deposit)).toEqual({ waits: false });
  expect(await available(accountId)).toBe(OVER - 1);
});

test("a form that is sent twice books once, at the same moment too, and never another amount", async () => {
  for (const amountMicros of [70, OVER]) {
    const accountId = await buildAccount(ctx);
    const clientId = `form-of-${accountId}-and-more`;
    const deposit = { accountId, amountMicros, reason: "bank transfer 8", bookedBy: asker, clientId };
    const waits = amountMicros === OVER;
    const replies = await Promise.all([1, 2, 3].map(() => depositByHand(ctx, deposit)));
    expect(replies).toEqual([{ waits }, { waits }, { waits }]);
    expect(await depositByHand(ctx, deposit)).toEqual({ waits });
    await expect(depositByHand(ctx, { ...deposit, amountMicros: 71 })).rejects.toThrow("another amount");
    expect(await available(accountId)).toBe(waits ? 0 : amountMicros);
    const { waiting } = await viewDeposits(ctx, asker);
    expect(waiting.filter((each) => each.accountId === accountId)).toHaveLength(waits ? 1 : 0);
    await depositByHand(ctx, { ...deposit, clientId: `${clientId}-2` });
    expect(await available(accountId)).toBe(waits ? 0 : 2 * amountMicros);
  }
});

test("a client id of a deposit that was refused is not used up", async () => {
  const accountId = await buildAccount(ctx);
  const worker = await buildAccount(ctx, { role: "worker" });
  const deposit = {
    amountMicros: 70,
    reason: "a mistake",
    bookedBy: asker,
    clientId: "form-that-was-mistaken",
  };
  await expect(depositByHand(ctx, { ...deposit, accountId: worker })).rejects.toThrow("no such customer");
  expect(await depositByHand(ctx, { ...deposit, accountId })).toEqual({ waits: false });
  expect(await available(accountId)).toBe(70);
});

test("over the limit nothing moves until another admin approves, and then once", async () => {
  const accountId = await buildAccount(ctx);
  const bookingId = await asked(accountId);
  expect(await available(accountId)).toBe(0);
  await expect(decideHandBooking(ctx, { bookingId, approve: true, decidedBy: asker })).rejects.toThrow(
    "Another admin",
  );
  expect(await available(accountId)).toBe(0);
  const pressed = await Promise.allSettled(
    [1, 2].map(() => decideHandBooking(ctx, { bookingId, approve: true, decidedBy: second })),
  );
  expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await available(accountId)).toBe(OVER);
});

test("who raises the limit books no more alone for it, until another admin has saved it", async () => {
  const accountId = await buildAccount(ctx);
  const { payoutsPlannedAt: _planned, ...settings } = await paymentSettings(ctx);
  const save = (changedBy: number, handBookingAloneMicros: number) =>
    setPaymentSettings(ctx, { ...settings, payoutsPlannedAtMs: null, handBookingAloneMicros, changedBy });
  const waits = async (bookedBy: number, amountMicros: number) => {
    const reply = await depositByHand(ctx, { accountId, amountMicros, reason: "bank transfer 9", bookedBy });
    return reply.waits;
  };
  await save(asker, 2 * OVER);
  expect(await waits(asker, OVER)).toBe(true);
  await save(asker, 3 * OVER);
  expect(await waits(asker, OVER)).toBe(true);
  expect(await waits(asker, OVER - 1)).toBe(false);
  expect(await waits(second, OVER)).toBe(false);
  await save(second, 3 * OVER);
  expect(await waits(asker, OVER)).toBe(false);
  await save(asker, 1);
  expect(await waits(asker, 2)).toBe(true);
  await save(second, OVER - 1);
});

test("a refused deposit by hand moves nothing and cannot be approved later", async () => {
  const accountId = await buildAccount(ctx);
  const bookingId = await asked(accountId);
  await decideHandBooking(ctx, { bookingId, approve: false, decidedBy: asker });
  await expect(decideHandBooking(ctx, { bookingId, approve: true, decidedBy: second })).rejects.toThrow(
    "no longer waits",
  );
  expect(await available(accountId)).toBe(0);
});

test("what is no customer gets no deposit, whatever its amount", async () => {
  const worker = await buildAccount(ctx, { role: "worker" });
  for (const amountMicros of [5, OVER]) {
    const deposit = { accountId: worker, amountMicros, reason: "a mistake", bookedBy: asker };
    await expect(depositByHand(ctx, deposit)).rejects.toThrow("no such customer");
  }
});

test("staff book a deposit in a token that is not accepted, once", async () => {
  const accountId = await buildAccount(ctx);
  const depositId = await chainDeposit(accountId, "unsupported", null);
  const booking = { depositId, amountMicros: 3_000_000, reason: "worth three dollars", bookedBy: asker };
  expect(await bookChainDeposit(ctx, booking)).toEqual({ waits: false });
  await expect(bookChainDeposit(ctx, booking)).rejects.toThrow("no deposit");
  expect(await available(accountId)).toBe(3_000_000);
  expect(await reconcile(ctx.pool)).toEqual([]);
});

test("a deposit that the chain still has cannot be reversed", async () => {
  const accountId = await buildAccount(ctx);
  const depositId = await chainDeposit(accountId, "unsupported", null);
  await bookChainDeposit(ctx, { depositId, amountMicros: 2_000_000, reason: "two dollars", bookedBy: asker });
  await expect(reverseDeposit(ctx, { depositId, reason: "no reason", reversedBy: asker })).rejects.toThrow(
    "no longer",
  );
  expect(await available(accountId)).toBe(2_000_000);
});

test("a reversal takes back what is left, and the platform bears what was spent", async () => {
  const accountId = await buildAccount(ctx);
  const depositId = await chainDeposit(accountId, "unsupported", null);
  await bookChainDeposit(ctx, { depositId, amountMicros: 2_000_000, reason: "two dollars", bookedBy: asker });
  await ctx.pool.query("update chain_deposit set missing_since = now() where id = $1", [depositId]);
  const spent = await chainDeposit(accountId, "unsupported", null);
  await bookChainDeposit(ctx, {
    depositId: spent,
    amountMicros: 500_000,
    reason: "half a one",
    bookedBy: asker,
  });
  await ctx.pool.query("update chain_deposit set missing_since = now() where id = $1", [spent]);
  expect(await reverseDeposit(ctx, { depositId, reason: "reorganised", reversedBy: asker })).toEqual({
    takenBackMicros: 2_000_000,
    lossMicros: 0,
  });
  await expect(
    reverseDeposit(ctx, { depositId, reason: "reorganised", reversedBy: asker }),
  ).rejects.toThrow();
  expect(await available(accountId)).toBe(500_000);
  expect(await reconcile(ctx.pool)).toMatchObject([
    { check: "taken_back", subject: expect.stringContaining(`deposit ${spent},`), difference: 500_000 },
  ]);
  await reverseDeposit(ctx, { depositId: spent, reason: "reorganised", reversedBy: asker });
  expect(await available(accountId)).toBe(0);
  expect(await reconcile(ctx.pool)).toEqual([]);
});

test("reconciliation names a booked deposit that no posting explains", async () => {
  const accountId = await buildAccount(ctx);
  const depositId = await chainDeposit(accountId, "seen", 7);
  await ctx.pool.query("update chain_deposit set state = 'booked', booked_at = now() where id = $1", [
    depositId,
  ]);
  expect(await reconcile(ctx.pool)).toEqual([
    { check: "deposits", subject: `deposit ${depositId}`, difference: -7 },
  ]);
  await ctx.pool.query("update chain_deposit set state = 'vanished' where id = $1", [depositId]);
});

test("a wallet with a wrong checksum is refused and no setting changes", async () => {
  const before = await paymentSettings(ctx);
  const { payoutsPlannedAt: _planned, ...settings } = before;
  const wrong = {
    ...settings,
    payoutWallet: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB49",
    issuer: "Somebody else",
  };
  await expect(
    setPaymentSettings(ctx, { ...wrong, payoutsPlannedAtMs: null, changedBy: asker }),
  ).rejects.toThrow("checksum");
  expect(await paymentSettings(ctx)).toEqual(before);
});
