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
import { decideRefunds, listWaitingRefunds } from "./decide-refunds";
import { giveRefunds } from "./give-refunds";
import { previewRefunds } from "./preview-refunds";
import { refundPairs } from "./refund-pairs";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let adminId: number;
let customerId: number;
let workerId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  adminId = await buildAccount(ctx, { role: "admin" });
});
beforeEach(async () => {
  customerId = await buildAccount(ctx, { amountMicros: 100_000 });
  workerId = await buildAccount(ctx, { role: "worker" });
});
afterAll(async () => {
  const proof = await reconcile(ctx.pool);
  await domain.stop();
  expect(proof).toEqual([]);
});

async function answered(times: number): Promise<number[]> {
  const worker = await WorkerSeat.open(ctx, workerId);
  const taskIds: number[] = [];
  for (let i = 0; i < times; i++) {
    const taskId = await buildTask(ctx, customerId);
    const { leaseNo } = (await worker.next("assign")).task;
    await actOnTasks(ctx, workerId, [{ taskId, leaseNo, act: "answer", text: "KX", graceMs: 0 }]);
    taskIds.push(taskId);
  }
  worker.close();
  return taskIds;
}

const preview = (overrides: object = {}) =>
  previewRefunds(ctx, {
    accountId: customerId,
    fromMs: clock.nowMs() - 3_600_000,
    toMs: clock.nowMs() + 3_600_000,
    ...overrides,
  });
const give = (taskIds: number[], overrides: object = {}) =>
  giveRefunds(ctx, {
    accountId: customerId,
    taskIds,
    expectedMicros: 200 * taskIds.length,
    reason: "The readers were drunk.",
    givenBy: adminId,
    ...overrides,
  });

test("a previewed set is given back, workers keep their pay, and its customer hears why", async () => {
  const taskIds = await answered(3);
  const looked = await preview();
  expect(looked).toMatchObject({ micros: 600, more: false, openReports: 0, refunded24hMicros: 0 });
  expect(looked.tasks.map(({ taskId }) => taskId)).toEqual(taskIds);
  const before = await getBalance(ctx, customerId);
  const pay = await getBalance(ctx, workerId);
  expect(await give(taskIds)).toEqual({ waits: false });
  const after = await getBalance(ctx, customerId);
  expect(after.availableMicros).toBe(before.availableMicros + 600);
  expect(await getBalance(ctx, workerId)).toEqual(pay);
  expect((await preview()).tasks).toEqual([]);
  expect((await preview()).refunded24hMicros).toBe(600);
  expect((await listNotices(ctx, customerId)).notices[0]?.text).toContain("The readers were drunk.");
  const { rows } = await listStaffActs(ctx, {
    act: "give_refunds",
    limit: 1,
    subject: `account:${customerId}`,
  });
  expect(rows).toMatchObject([{ actorId: adminId, reason: "The readers were drunk." }]);
});

test("a dry run moves nothing, and filters by kind, worker and time", async () => {
  await answered(1);
  const before = await getBalance(ctx, customerId);
  expect((await preview({ kind: "text" })).tasks).toEqual([]);
  expect((await preview({ workerId: adminId })).tasks).toEqual([]);
  expect((await preview({ workerId })).tasks).toHaveLength(1);
  expect((await preview({ fromMs: clock.nowMs() + 1_000 })).tasks).toEqual([]);
  expect(await getBalance(ctx, customerId)).toEqual(before);
  await expect(preview({ accountId: workerId })).rejects.toMatchObject({ code: "not_found" });
});

test("nothing is given twice, to others, for more than was charged, or of what a moderator decides about", async () => {
  const [first = 0, second = 0, third = 0] = await answered(3);
  await give([first]);
  await reportAnswer(ctx, { accountId: customerId, taskId: third, verdict: "bad" });
  expect(await preview()).toMatchObject({ openReports: 1, micros: 200 });
  const before = await getBalance(ctx, customerId);
  const other = await buildAccount(ctx, { amountMicros: 1_000 });
  for (const attempt of [
    () => give([first, second]),
    () => give([second, third]),
    () => give([second, second], { expectedMicros: 400 }),
    () => give([second], { expectedMicros: 300 }),
    () => give([second], { accountId: other }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "conflict" });
  expect(await getBalance(ctx, customerId)).toEqual(before);
});

test("two admins at the same time give it back once", async () => {
  const taskIds = await answered(2);
  const before = await getBalance(ctx, customerId);
  const outcomes = await Promise.allSettled([give(taskIds), give(taskIds)]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const after = await getBalance(ctx, customerId);
  expect(after.availableMicros).toBe(before.availableMicros + 400);
});

test("an account gets no more back in a day than the limit", async () => {
  const taskIds = await answered(1);
  await database.pool.query(
    `insert into refund (task_id, account_id, micros, taken_back_micros, reason_code, refunded_at)
     values ($1, $2, $3, 0, 'other', $4)`,
    [1, customerId, BULK_REFUND_DAY_MAX_MICROS - 100, new Date(clock.nowMs())],
  );
  expect((await preview()).leftTodayMicros).toBe(100);
  await expect(give(taskIds)).rejects.toThrow("in 24 hours");
  await database.pool.query("delete from refund where task_id = 1");
  await give(taskIds);
});

test("over what one gives alone a set waits for another admin, in parts too, and until then nothing moves", async () => {
  const [first = 0, second = 0] = await answered(2);
  const otherId = await buildAccount(ctx, { role: "admin" });
  await database.pool.query("update payment_setting set hand_booking_alone_micros = 300");
  try {
    expect(await give([first])).toEqual({ waits: false });
    const before = await getBalance(ctx, customerId);
    expect(await give([second])).toEqual({ waits: true });
    await expect(give([second])).rejects.toThrow("waits for a second admin");
    expect(await getBalance(ctx, customerId)).toEqual(before);
    const mine = (await listWaitingRefunds(ctx, adminId)).find(({ accountId }) => accountId === customerId);
    expect(mine).toMatchObject({ micros: 200, tasks: 1, isMine: true });
    const decide = (approve: boolean, decidedBy: number) =>
      decideRefunds(ctx, { requestId: mine?.id ?? 0, approve, decidedBy });
    await expect(decide(true, adminId)).rejects.toThrow("Another admin");
    expect(await getBalance(ctx, customerId)).toEqual(before);
    const outcomes = await Promise.allSettled([decide(true, otherId), decide(true, otherId)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getBalance(ctx, customerId)).availableMicros).toBe(before.availableMicros + 200);
    const { rows } = await listStaffActs(ctx, { limit: 2, subject: `account:${customerId}` });
    expect(rows.map(({ act, actorId }) => [act, actorId])).toEqual([
      ["give_refunds", otherId],
      ["ask_for_refunds", adminId],
    ]);
  } finally {
    await database.pool.query("update payment_setting set hand_booking_alone_micros = default");
  }
});

test("a set that waits can be taken back by who asked, and not be given when it has changed", async () => {
  const taskIds = await answered(1);
  const otherId = await buildAccount(ctx, { role: "admin" });
  const waiting = async () =>
    (await listWaitingRefunds(ctx, otherId)).find(({ accountId }) => accountId === customerId)?.id ?? 0;
  await database.pool.query("update payment_setting set hand_booking_alone_micros = 100");
  try {
    await give(taskIds);
    await reportAnswer(ctx, { accountId: customerId, taskId: taskIds[0] ?? 0, verdict: "bad" });
    const before = await getBalance(ctx, customerId);
    const requestId = await waiting();
    await expect(decideRefunds(ctx, { requestId, approve: true, decidedBy: otherId })).rejects.toThrow(
      "has changed",
    );
    expect(await waiting()).toBe(requestId);
    await decideRefunds(ctx, { requestId, approve: false, decidedBy: adminId });
    expect(await waiting()).toBe(0);
    expect(await getBalance(ctx, customerId)).toEqual(before);
  } finally {
    await database.pool.query("update payment_setting set hand_booking_alone_micros = default");
  }
});

test("pairs show who got money back for tasks whose worker kept the pay", async () => {
  const taskIds = await answered(3);
  await give(taskIds);
  const mine = (await refundPairs(ctx)).find(({ accountId }) => accountId === customerId);
  expect(mine).toEqual({
    accountId: customerId,
    email: null,
    workerId,
    workerEmail: null,
    refunds: 3,
    refundedMicros: 600,
    share: 1,
    linked: false,
  });
});
