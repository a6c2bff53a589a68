import { randomUUID } from "node:crypto";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buyPackage } from "../packages/buy-package";
import { confirmPay } from "../pay/confirm-pay";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS } from "../tasks/states";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { settleOne } from "../testing/lane-items";
import { accountStatement } from "./account-statement";
import { getBalance } from "./get-balance";
import { reconcile } from "./reconcile";
import { reconcileLedger } from "./reconcile-ledger";
import { csvLine, statementCsv } from "./statement-csv";
import { statementTotals } from "./statement-totals";
import { ledgerDifference, viewProof } from "./view-proof";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let customer: number;
let worker: number;
let startMs: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  startMs = clock.nowMs();
  customer = await buildAccount(ctx, { amountMicros: 10_000_000 });
  worker = await buildAccount(ctx, { role: "worker" });
});
afterEach(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
});
afterAll(() => domain.stop());

async function answered(accountId = customer): Promise<number> {
  const taskId = await buildTask(ctx, accountId);
  await ctx.hotPool.query({
    ...CLAIM_STATEMENT,
    values: [[taskId], [worker], [EVENTS.assign.number], new Date(ctx.clock.nowMs())],
  });
  await settleOne(ctx, "answer_finally", { id: taskId, worker, leaseNo: 1 });
  return taskId;
}

test("the ledger proves itself from a checkpoint as it does from all its rows, while it grows", async () => {
  for (let round = 0; round < 4; round++) {
    await answered();
    await buildTask(ctx, customer).then((id) => settleOne(ctx, "cancel", { id, worker: 0, leaseNo: 0 }));
    clock.advance(17 * 60_000);
    await confirmPay(ctx);
    expect(await reconcileLedger(ctx)).toBe(0);
  }
  const { rows } = await ctx.pool.query<{ held: number }>(
    "select sum(abs(available_micros))::int as held from ledger_checkpoint",
  );
  expect(rows[0]?.held).toBeGreaterThan(0);
});

test("a balance that no transfer explains is found, named and measured, and gone when it is put right", async () => {
  await ctx.pool.query("update account set pending_micros = pending_micros + 7 where id = $1", [worker]);
  expect(await reconcileLedger(ctx)).toBe(2);
  const { checks } = await viewProof(ctx);
  expect(checks.find(({ name }) => name === "balances")?.differences).toEqual([
    { subject: `account ${worker}`, difference: 7 },
  ]);
  expect(await ledgerDifference(ctx)).toBe(14);
  await ctx.pool.query("update account set pending_micros = pending_micros - 7 where id = $1", [worker]);
  expect(await reconcileLedger(ctx)).toBe(0);
  expect(await ledgerDifference(ctx)).toBe(0);
});

test("a transfer in what the checkpoint has passed is found too", async () => {
  const { rows } = await ctx.pool.query<{ up_to_id: number }>(
    "select up_to_id from ledger_cursor where name = 'checkpoint'",
  );
  await ctx.pool.query(
    "insert into transfer (cause_id, line, code, debit_id, credit_id, micros) values ($1, 99, 1, 1, $2, 5)",
    [(rows[0]?.up_to_id ?? 0) - 1, customer],
  );
  expect(await reconcileLedger(ctx)).toBe(2);
  await ctx.pool.query("delete from transfer where line = 99");
  expect(await reconcileLedger(ctx)).toBe(0);
});

test("threads that no open task takes are found", async () => {
  await ctx.pool.query("update account set threads_running = 2 where id = $1", [customer]);
  expect(await reconcile(ctx.pool)).toEqual([
    { check: "threads", subject: `account ${customer}`, difference: 2 },
  ]);
  await ctx.pool.query("update account set threads_running = 0 where id = $1", [customer]);
});

test("a statement holds every move of an account, each with its cause, and adds up to the balance", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 3_000_000 });
  const taskId = await answered(accountId);
  await buyPackage(ctx, {
    accountId,
    name: "Micro",
    span: "day",
    priceMicros: 2_000_000,
    renew: false,
    clientId: randomUUID(),
  });
  await answered(accountId);
  const { entries, nextBefore } = await accountStatement(ctx, {
    accountId,
    fromMs: startMs,
    toMs: clock.nowMs() + 1_000,
  });
  expect(nextBefore).toBeNull();
  expect(
    entries.map(({ posting, cause, availableMicros, heldMicros }) => [
      posting,
      cause,
      availableMicros,
      heldMicros,
    ]),
  ).toEqual([
    ["package_price", "package", -2_000_000, 0],
    ["capture_fee", "task", 0, -80],
    ["capture_share", "task", 0, -120],
    ["hold", "task", -200, 200],
    ["deposit", "booking", 3_000_000, 0],
  ]);
  expect(entries.find(({ posting }) => posting === "hold")?.causeId).toBe(taskId);
  expect(entries.reduce((total, entry) => total + entry.availableMicros, 0)).toBe(
    (await getBalance(ctx, accountId)).availableMicros,
  );
});

test("pages of a statement hold every entry once", async () => {
  const period = { accountId: worker, fromMs: startMs, toMs: clock.nowMs() + 1_000 };
  const whole = await accountStatement(ctx, period, 1_000);
  const pieces = [];
  let before: number | undefined;
  do {
    const page = await accountStatement(ctx, { ...period, before }, 2);
    pieces.push(...page.entries);
    before = page.nextBefore ?? undefined;
  } while (before !== undefined);
  expect(pieces).toEqual(whole.entries);
  expect(whole.entries.length).toBeGreaterThan(4);
});

test("the two ends of a period are the balances then", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 1_000 });
  clock.advance(1_000);
  const middleMs = clock.nowMs();
  await answered(accountId);
  clock.advance(1_000);
  expect(await statementTotals(ctx, { accountId, fromMs: middleMs, toMs: clock.nowMs() })).toEqual({
    opening: { availableMicros: 1_000, heldMicros: 0, pendingMicros: 0 },
    closing: { availableMicros: 800, heldMicros: 0, pendingMicros: 0 },
  });
});

test("another account's entries are not in it", async () => {
  const stranger = await buildAccount(ctx, {});
  const { entries } = await accountStatement(ctx, {
    accountId: stranger,
    fromMs: startMs,
    toMs: clock.nowMs(),
  });
  expect(entries).toEqual([]);
});

test("as a file every cell is quoted, and none can run as a formula", async () => {
  expect(csvLine(["=1+1", "+x", "-x", "@x", "-0.0002", 'a "b"', "plain"])).toBe(
    `"'=1+1","'+x","'-x","'@x","-0.0002","a ""b""","plain"\r\n`,
  );
  let file = "";
  for await (const piece of statementCsv(ctx, {
    accountId: worker,
    fromMs: startMs,
    toMs: clock.nowMs() + 1_000,
  }))
    file += piece;
  const lines = file.trim().split("\r\n");
  expect(lines[0]).toContain('"available_usd"');
  expect(lines.some((line) => line.includes('"pay_confirmed"'))).toBe(true);
});
