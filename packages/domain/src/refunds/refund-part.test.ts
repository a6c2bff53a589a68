import { BULK_REFUND_DAY_MAX_MICROS } from "@sightline/contract/refunds";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { listNotices } from "../notices/list-notices";
import { reportAnswer } from "../reports/report-answer";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { refundPart } from "./refund-part";
import { viewTaskToRefund } from "./view-task-to-refund";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let adminId: number;
let customerId: number;
let workerId: number;
let taskId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  adminId = await buildAccount(ctx, { role: "admin" });
});
beforeEach(async () => {
  customerId = await buildAccount(ctx, { amountMicros: 100_000 });
  workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  taskId = await buildTask(ctx, customerId);
  const { leaseNo } = (await worker.next("assign")).task;
  await actOnTasks(ctx, workerId, [{ taskId, leaseNo, act: "answer", text: "KX", graceMs: 0 }]);
  worker.close();
});
afterAll(async () => {
  const proof = await reconcile(ctx.pool);
  await domain.stop();
  expect(proof).toEqual([]);
});

const give = (micros: number, overrides: object = {}) =>
  refundPart(ctx, { taskId, micros, reason: "It came late.", givenBy: adminId, ...overrides });
const money = async () => [await getBalance(ctx, customerId), await getBalance(ctx, workerId)];

test("a part of a task's price comes back, the worker keeps the pay, and its customer hears why", async () => {
  const [before, pay] = await money();
  expect(await viewTaskToRefund(ctx.pool, taskId)).toMatchObject({ chargedMicros: 200, hindrance: null });
  expect(await give(80)).toEqual({ refundedMicros: 80 });
  const [after, payAfter] = await money();
  expect(after?.availableMicros).toBe((before?.availableMicros ?? 0) + 80);
  expect(payAfter).toEqual(pay);
  expect((await listNotices(ctx, customerId)).notices[0]?.text).toContain("It came late.");
  const { rows } = await listStaffActs(ctx, { limit: 1, subject: `task:${taskId}` });
  expect(rows[0]).toMatchObject({ act: "refund_part", actorId: adminId });
  expect(JSON.parse(String(rows[0]?.after))).toMatchObject({ chargedMicros: 120, refundedMicros: 80 });
});

test("more than is left is refused, and nothing moves", async () => {
  const before = await money();
  await expect(give(201)).rejects.toThrow("larger than");
  expect(await money()).toEqual(before);
});

test("it is given once, by however many admins at once", async () => {
  const otherId = await buildAccount(ctx, { role: "admin" });
  const [before] = await money();
  const outcomes = await Promise.allSettled([give(50), give(60, { givenBy: otherId })]);
  const given = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  expect(given).toHaveLength(1);
  expect((await money())[0]?.availableMicros).toBe(
    (before?.availableMicros ?? 0) + (given[0]?.refundedMicros ?? 0),
  );
  expect(await viewTaskToRefund(ctx.pool, taskId)).toMatchObject({ hindrance: "refunded" });
  await expect(give(10)).rejects.toThrow("refunded before");
});

test("what a moderator decides about is refused, and nothing moves", async () => {
  await reportAnswer(ctx, { accountId: customerId, taskId, verdict: "bad" });
  const before = await money();
  await expect(give(80)).rejects.toThrow("waits for a moderator");
  expect(await money()).toEqual(before);
});

test("the account's limit of a day and what one admin gives alone hold, and nothing moves", async () => {
  const before = await money();
  await database.pool.query("update payment_setting set hand_booking_alone_micros = 50");
  try {
    await expect(give(51)).rejects.toThrow("one admin");
  } finally {
    await database.pool.query("update payment_setting set hand_booking_alone_micros = default");
  }
  await database.pool.query(
    `insert into refund (task_id, account_id, micros, taken_back_micros, reason_code, refunded_at)
     values ($1, $2, $3, 0, 'other', $4)`,
    [2, customerId, BULK_REFUND_DAY_MAX_MICROS - 10, new Date(clock.nowMs())],
  );
  await expect(give(11)).rejects.toThrow("in 24 hours");
  await database.pool.query("delete from refund where task_id = 2");
  expect(await money()).toEqual(before);
});

test("a task that is open, not there or not a customer's looks like no task", async () => {
  const openId = await buildTask(ctx, customerId);
  await expect(give(10, { taskId: openId })).rejects.toThrow("no such task");
  await expect(give(10, { taskId: 17 })).rejects.toThrow("no such task");
  await database.pool.query("update account set role = 'worker' where id = $1", [customerId]);
  await expect(give(10)).rejects.toThrow("no such task");
});
