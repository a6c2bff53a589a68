import { TASK_KIND_NAMES, TASK_KINDS } from "@sightline/contract/task-kinds";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { moveRates } from "../maintenance/move-rates";
import { Refusal } from "../refusal";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { createTask } from "../tasks/create-task";
import { getTaskReceipt } from "../tasks/get-task-receipt";
import { EVENTS } from "../tasks/states";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { settleOne } from "../testing/lane-items";
import { customerRates } from "./customer-rates";
import { listPrices } from "./list-prices";
import { priceHistory } from "./price-history";
import { setMaximumRate } from "./set-maximum-rate";
import { type PriceChange, setPrice } from "./set-price";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let customer: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 1_000_000 });
});
afterEach(async () => {
  clock.advance(1_000);
  await ctx.pool.query("delete from kind_rate");
  await price({});
  await setMaximumRate(ctx, { accountId: customer, kind: "image", maximumMicros: null });
});
afterAll(() => domain.stop());

function price(change: Partial<PriceChange>): Promise<void> {
  const priceMicros = change.priceMicros ?? 200;
  return setPrice(ctx, {
    kind: "image",
    priceMicros,
    rateMinMicros: priceMicros,
    rateMaxMicros: priceMicros,
    workerShareBasisPoints: 6_000,
    packageShareBasisPoints: 6_000,
    changedBy: 1_000,
    ...change,
  });
}

const imagePrice = (): number => ctx.prices.of("image").priceMicros;
const submit = (accountId = customer) =>
  createTask(ctx, {
    accountId,
    kind: "image",
    file: { bytes: Buffer.alloc(200), mediaType: "image/png", widthPx: 9, heightPx: 9 },
    params: {},
  });

test("every kind has its table price, and bounds equal to it until an operator widens them", () => {
  const prices = listPrices(ctx);
  expect(prices.map(({ kind }) => kind)).toEqual(TASK_KIND_NAMES);
  for (const { kind, ...row } of prices) {
    const { seedPriceMicros } = TASK_KINDS[kind];
    expect(row).toMatchObject({
      priceMicros: seedPriceMicros,
      rateMinMicros: seedPriceMicros,
      rateMaxMicros: seedPriceMicros,
      workerShareBasisPoints: 6_000,
    });
  }
});

test("a price that begins later holds from its moment on, without anybody looking", async () => {
  await price({ priceMicros: 300, effectiveFromMs: clock.nowMs() + 60_000 });
  expect(listPrices(ctx)[0]).toMatchObject({ rateMicros: 200, coming: [{ priceMicros: 300 }] });
  clock.advance(59_999);
  expect(imagePrice()).toBe(200);
  clock.advance(1);
  expect(imagePrice()).toBe(300);
});

test("a task keeps the price at which it was accepted", async () => {
  const taskId = await buildTask(ctx, customer);
  await price({ priceMicros: 999 });
  const { rows } = await ctx.pool.query("select price_micros, hold_micros from open_task where id = $1", [
    taskId,
  ]);
  expect(rows).toEqual([{ price_micros: 200, hold_micros: 200 }]);
});

test("a task's receipt says what it cost when it was accepted, whatever it would cost by then", async () => {
  const taskId = await buildTask(ctx, customer);
  await price({ priceMicros: 999 });
  const worker = await buildAccount(ctx, { role: "worker" });
  await ctx.hotPool.query({
    ...CLAIM_STATEMENT,
    values: [[taskId], [worker], [EVENTS.assign.number], new Date(clock.nowMs())],
  });
  expect(await settleOne(ctx, "answer_finally", { id: taskId, worker, leaseNo: 1 })).not.toBeNull();
  const receipt = await getTaskReceipt(ctx, { accountId: customer, taskId });
  expect(receipt).toMatchObject({ chargedMicros: 200, paidFrom: "balance", answers: ["read"] });
});

test("a price cannot begin in the past", async () => {
  await expect(price({ effectiveFromMs: clock.nowMs() - 61_000 })).rejects.toBeInstanceOf(Refusal);
});

test.each<[string, Partial<PriceChange>]>([
  ["of nothing", { priceMicros: 0, rateMinMicros: 0, rateMaxMicros: 0 }],
  ["below its lowest rate", { rateMinMicros: 201 }],
  ["above its highest rate", { rateMaxMicros: 199 }],
  ["with more than all of it for the worker", { workerShareBasisPoints: 10_001 }],
])("the database refuses a price %s", async (_, change) => {
  await expect(price(change)).rejects.toMatchObject({ code: "23514" });
});

test("with wider bounds the rate follows what waits, once for all processes that look, and everybody reads it", async () => {
  await price({ rateMinMicros: 100, rateMaxMicros: 400 });
  for (let i = 0; i < 3; i++) await buildTask(ctx, customer);
  await Promise.all([moveRates.runOnce(ctx), moveRates.runOnce(ctx)]);
  expect(imagePrice()).toBe(220);
  clock.advance(2_000);
  await moveRates.runOnce(ctx);
  expect(imagePrice()).toBe(238);
  const { kinds } = await ctx.publicBoard.figures();
  expect(kinds.find(({ kind }) => kind === "image")).toMatchObject({ priceMicros: 238 });
  await ctx.pool.query("delete from open_task where account_id = $1", [customer]);
});

test("a rate above the customer's maximum is no slot, costs nothing, and says so", async () => {
  const before = await getBalance(ctx, customer);
  await setMaximumRate(ctx, { accountId: customer, kind: "image", maximumMicros: 199 });
  expect(await submit()).toMatchObject({ ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "rate" });
  expect(await getBalance(ctx, customer)).toEqual(before);
  await setMaximumRate(ctx, { accountId: customer, kind: "image", maximumMicros: 200 });
  expect(await submit()).toMatchObject({ ok: true });
});

test("one customer's maximum is not another's", async () => {
  const other = await buildAccount(ctx, { amountMicros: 1_000 });
  await setMaximumRate(ctx, { accountId: customer, kind: "image", maximumMicros: 1 });
  expect(await submit(other)).toMatchObject({ ok: true });
  const [image] = await customerRates(ctx, other);
  expect(image).toMatchObject({ kind: "image", rateMicros: 200, maximumMicros: null });
});

test("staff see a kind's versions with who made them, and what the last seven days brought", async () => {
  const admin = await buildAccount(ctx, { role: "admin" });
  const email = `admin-${admin}@example.org`;
  await ctx.pool.query(
    "insert into auth_user (id, name, email, email_verified, created_at, updated_at, role, account_id) values ($1, 'A', $2, true, now(), now(), 'admin', $3)",
    [`u${admin}`, email, admin],
  );
  await price({ priceMicros: 250, changedBy: admin });
  const hour = Math.floor(clock.nowMs() / 3_600_000);
  await ctx.pool.query(
    `insert into task_hour values (0, $1, 1, 45, 2, 8000, 40), (0, $2, 1, 7, 0, 7777, 7), (7, $1, 1, 40, 2, 8000, 40)`,
    [hour - 100, hour - 200],
  );
  const image = (await priceHistory(ctx)).find(({ kind }) => kind === "image");
  expect(image).toMatchObject({ weekCharged: 40, weekSpentMicros: 8_000 });
  expect(image?.versions[0]).toMatchObject({ priceMicros: 250, changedBy: email });
  expect(image?.versions.length).toBeLessThanOrEqual(10);
  const froms = image?.versions.map(({ effectiveFromMs }) => effectiveFromMs) ?? [];
  expect(froms).toEqual([...froms].sort((a, b) => b - a));
});
