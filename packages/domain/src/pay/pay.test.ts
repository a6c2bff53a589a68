import { randomUUID } from "node:crypto";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { buyPackage } from "../packages/buy-package";
import { reportAnswer } from "../reports/report-answer";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS } from "../tasks/states";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { settleOne } from "../testing/lane-items";
import { WorkerSeat } from "../testing/worker-seat";
import { confirmPay } from "./confirm-pay";
import { countActiveTime } from "./count-active-time";
import { sayPresence } from "./say-presence";
import { topUpHours } from "./top-up-hours";
import { workerEarnings } from "./worker-earnings";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const WINDOW_MS = 16 * MINUTE_MS;
const SHARE = 120;

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let customer: number;
let worker: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 10_000_000 });
});
beforeEach(async () => {
  worker = await buildAccount(ctx, { role: "worker" });
  clock.advance(HOUR_MS - (clock.nowMs() % HOUR_MS));
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
  if (!(await settleOne(ctx, "answer_finally", { id: taskId, worker, leaseNo: 1 })))
    throw new Error("the answer was refused");
  return taskId;
}

async function payOf(): Promise<{ pending: number; available: number }> {
  const { pendingMicros, availableMicros } = await getBalance(ctx, worker);
  return { pending: pendingMicros, available: availableMicros };
}

test("pay is pending until the report window has closed, then available in one move, whoever looks", async () => {
  await answered();
  await answered();
  clock.advance(14 * MINUTE_MS);
  await confirmPay(ctx);
  expect(await payOf()).toEqual({ pending: 2 * SHARE, available: 0 });
  clock.advance(2 * MINUTE_MS);
  await Promise.all([confirmPay(ctx), confirmPay(ctx)]);
  expect(await payOf()).toEqual({ pending: 0, available: 2 * SHARE });
  expect((await workerEarnings(ctx, worker)).confirmations).toMatchObject([
    { answers: 2, micros: 2 * SHARE },
  ]);
});

test("pay for an answer with an open report stays pending; a good report holds nothing back", async () => {
  const bad = await answered();
  const good = await answered();
  await reportAnswer(ctx, { accountId: customer, taskId: bad, verdict: "bad" });
  await reportAnswer(ctx, { accountId: customer, taskId: good, verdict: "good" });
  clock.advance(WINDOW_MS);
  await confirmPay(ctx);
  expect(await payOf()).toEqual({ pending: SHARE, available: SHARE });
});

test("nothing behind a task that is still open is passed over", async () => {
  const open = await buildTask(ctx, customer);
  await answered();
  clock.advance(WINDOW_MS);
  await confirmPay(ctx);
  expect(await payOf()).toEqual({ pending: SHARE, available: 0 });
  await settleOne(ctx, "cancel", { id: open, worker: 0, leaseNo: 0 });
  await confirmPay(ctx);
  expect(await payOf()).toEqual({ pending: 0, available: SHARE });
});

test("what tasks of a package have paid is counted to the purchase that they ran in", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 2_000_000 });
  await buyPackage(ctx, {
    accountId,
    name: "Micro",
    span: "day",
    priceMicros: 2_000_000,
    renew: false,
    clientId: randomUUID(),
  });
  await answered(accountId);
  await answered(accountId);
  clock.advance(WINDOW_MS);
  await confirmPay(ctx);
  const { rows } = await ctx.pool.query(
    "select pay_micros, answers from package_purchase where account_id = $1",
    [accountId],
  );
  expect(rows).toEqual([{ pay_micros: 2 * SHARE, answers: 2 }]);
});

async function setFloor(floorMicrosPerHour: number): Promise<void> {
  await ctx.pool.query("update money_setting set floor_micros_per_hour = $1", [floorMicrosPerHour]);
  await ctx.prices.load();
}

async function activeMs(): Promise<number> {
  const { hours } = await workerEarnings(ctx, worker);
  return hours.reduce((total, hour) => total + hour.activeMs, 0);
}

test("an hour that earned less than the floor for its active time is topped up once, and confirmed like all pay", async () => {
  await setFloor(1_000_000);
  await answered();
  await ctx.pool.query("insert into worker_hour (worker_id, hour, active_ms) values ($1, $2, $3)", [
    worker,
    Math.floor(clock.nowMs() / HOUR_MS),
    HOUR_MS / 2,
  ]);
  await topUpHours(ctx);
  expect(await payOf()).toEqual({ pending: SHARE, available: 0 });
  clock.advance(HOUR_MS + MINUTE_MS);
  await Promise.all([topUpHours(ctx), topUpHours(ctx)]);
  expect(await payOf()).toEqual({ pending: 500_000, available: 0 });
  expect((await workerEarnings(ctx, worker)).hours).toMatchObject([
    { activeMs: HOUR_MS / 2, earnedMicros: SHARE, topUpMicros: 500_000 - SHARE },
  ]);
  clock.advance(WINDOW_MS);
  await confirmPay(ctx);
  expect(await payOf()).toEqual({ pending: 0, available: 500_000 });
  await setFloor(0);
});

test("an hour that earned its floor gets nothing added", async () => {
  await setFloor(SHARE);
  await answered();
  await ctx.pool.query("insert into worker_hour (worker_id, hour, active_ms) values ($1, $2, $3)", [
    worker,
    Math.floor(clock.nowMs() / HOUR_MS),
    HOUR_MS,
  ]);
  clock.advance(HOUR_MS + MINUTE_MS);
  await topUpHours(ctx);
  expect((await workerEarnings(ctx, worker)).hours).toMatchObject([{ topUpMicros: 0 }]);
  expect(await payOf()).toEqual({ pending: SHARE, available: 0 });
  await setFloor(0);
});

test("a worker with a task on the screen is active; one who waits only while they are there", async () => {
  const seat = await WorkerSeat.open(ctx, worker);
  await countActiveTime(ctx, 5_000);
  expect(await activeMs()).toBe(0);
  await sayPresence(ctx, { workerId: worker, visible: true, ready: true });
  await countActiveTime(ctx, 5_000);
  expect(await activeMs()).toBe(5_000);
  clock.advance(5 * MINUTE_MS);
  await countActiveTime(ctx, 5_000);
  expect(await activeMs()).toBe(5_000);
  await buildTask(ctx, customer);
  const { task } = await seat.next("assign");
  await countActiveTime(ctx, 5_000);
  expect(await activeMs()).toBe(10_000);
  await settleOne(ctx, "answer_finally", { id: task.taskId, worker, leaseNo: task.leaseNo });
  await countActiveTime(ctx, 5_000);
  expect(await activeMs()).toBe(15_000);
  await sayPresence(ctx, { workerId: worker, visible: false, ready: false });
  await countActiveTime(ctx, 5_000);
  expect(await activeMs()).toBe(15_000);
  seat.close();
});

test("somebody who passes a task is not active until they show to be ready again", async () => {
  const seat = await WorkerSeat.open(ctx, worker);
  await sayPresence(ctx, { workerId: worker, visible: true, ready: true });
  const taskId = await buildTask(ctx, customer);
  const { task } = await seat.next("assign");
  await settleOne(ctx, "pass", { id: taskId, worker, leaseNo: task.leaseNo });
  await countActiveTime(ctx, 5_000);
  expect(await activeMs()).toBe(0);
  await sayPresence(ctx, { workerId: worker, visible: true, ready: true });
  await countActiveTime(ctx, 5_000);
  expect(await activeMs()).toBe(5_000);
  await settleOne(ctx, "cancel", { id: taskId, worker: 0, leaseNo: 0 });
  seat.close();
});

test("time that nobody looked at is not counted", async () => {
  const seat = await WorkerSeat.open(ctx, worker);
  await sayPresence(ctx, { workerId: worker, visible: true, ready: true });
  await countActiveTime(ctx, 10 * MINUTE_MS);
  expect(await activeMs()).toBe(20_000);
  seat.close();
});
