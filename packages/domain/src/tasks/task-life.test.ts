import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { confirmAnswers, endLeases, expireTasks } from "../maintenance/end-what-is-due";
import { returnOrphans } from "../maintenance/return-orphans";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { actOnTasks } from "./act-on-tasks";
import { getTaskResult } from "./get-task-result";
import { giveBackTasks } from "./give-back-tasks";
import { takeBackAnswer } from "./take-back-answer";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let customer: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 1_000_000 });
});
afterAll(async () => {
  const proof = await reconcile(ctx.pool);
  await domain.stop();
  expect(proof).toEqual([]);
});

const answer = (task: { taskId: number; leaseNo: number }, text: string, graceMs?: 0) => ({
  taskId: task.taskId,
  leaseNo: task.leaseNo,
  act: "answer" as const,
  text,
  ...(graceMs === undefined ? {} : { graceMs }),
});

async function seatWorker(): Promise<{ workerId: number; worker: WorkerSeat }> {
  const workerId = await buildAccount(ctx, { role: "worker" });
  return { workerId, worker: await WorkerSeat.open(ctx, workerId) };
}

test("a task goes from acceptance to an idle worker to the customer, and its price to worker and platform", async () => {
  const { workerId, worker } = await seatWorker();
  const before = await getBalance(ctx, customer);
  const taskId = await buildTask(ctx, customer);
  expect(await getBalance(ctx, customer)).toEqual({
    ...before,
    availableMicros: before.availableMicros - 200,
    heldMicros: before.heldMicros + 200,
  });
  const { task } = await worker.next("assign");
  expect(task).toMatchObject({ taskId, leaseNo: 1, position: "current", payMicros: 120 });
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toEqual({ state: "open" });
  const reply = await actOnTasks(ctx, workerId, [answer(task, "  KX 482 ", 0)]);
  expect(reply.results).toEqual([{ taskId, leaseNo: 1, outcome: "done" }]);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({
    state: "answered",
    answer: "KX 482",
    chargedMicros: 200,
  });
  expect(await getBalance(ctx, workerId)).toEqual({ availableMicros: 0, heldMicros: 0, pendingMicros: 120 });
  expect((await getBalance(ctx, customer)).heldMicros).toBe(before.heldMicros);
  worker.close();
});

test("another account's task looks like no task", async () => {
  const stranger = await buildAccount(ctx);
  const taskId = await buildTask(ctx, customer);
  expect(await getTaskResult(ctx, { accountId: stranger, taskId })).toEqual({ state: "absent" });
  const { workerId, worker } = await seatWorker();
  await actOnTasks(ctx, workerId, [answer((await worker.next("assign")).task, "x", 0)]);
  expect(await getTaskResult(ctx, { accountId: stranger, taskId })).toEqual({ state: "absent" });
  worker.close();
});

test("an answer sent again counts once", async () => {
  const { workerId, worker } = await seatWorker();
  await buildTask(ctx, customer);
  const { task } = await worker.next("assign");
  const act = answer(task, "once", 0);
  await Promise.all([actOnTasks(ctx, workerId, [act]), actOnTasks(ctx, workerId, [act])]);
  const again = await actOnTasks(ctx, workerId, [act]);
  expect(again.results[0]?.outcome).toBe("done");
  expect((await getBalance(ctx, workerId)).pendingMicros).toBe(120);
  worker.close();
});

test("an answer becomes final when its time to take back is over", async () => {
  const { workerId, worker } = await seatWorker();
  const taskId = await buildTask(ctx, customer);
  await actOnTasks(ctx, workerId, [answer((await worker.next("assign")).task, "later")]);
  await confirmAnswers.runOnce(ctx);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toEqual({ state: "open" });
  clock.advance(1_500);
  await confirmAnswers.runOnce(ctx);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({ answer: "later" });
  worker.close();
});

test("the worker's next answer makes the one before final and starts the clock of the task ahead", async () => {
  const { workerId, worker } = await seatWorker();
  const first = await buildTask(ctx, customer);
  const one = (await worker.next("assign")).task;
  const second = await buildTask(ctx, customer);
  const two = (await worker.next("assign")).task;
  expect(two).toMatchObject({ taskId: second, position: "ahead", leaseUntilMs: null });
  const reply = await actOnTasks(ctx, workerId, [answer(one, "one")]);
  expect(reply.started).toMatchObject({ taskId: second, leaseUntilMs: clock.nowMs() + 30_000 });
  expect(await getTaskResult(ctx, { accountId: customer, taskId: first })).toEqual({ state: "open" });
  await actOnTasks(ctx, workerId, [answer(two, "two", 0)]);
  expect(await getTaskResult(ctx, { accountId: customer, taskId: first })).toMatchObject({ answer: "one" });
  worker.close();
});

test("an answer taken back in time is not final, and the task ahead waits again", async () => {
  const { workerId, worker } = await seatWorker();
  const first = await buildTask(ctx, customer);
  const one = (await worker.next("assign")).task;
  await buildTask(ctx, customer);
  const two = (await worker.next("assign")).task;
  await actOnTasks(ctx, workerId, [answer(one, "wrogn")]);
  const reply = await takeBackAnswer(ctx, workerId, one);
  expect(reply).toMatchObject({ outcome: "taken_back", text: "wrogn", leaseUntilMs: clock.nowMs() + 30_000 });
  expect(worker.seat.current?.taskId).toBe(first);
  expect(worker.seat.ahead.map(({ taskId }) => taskId)).toEqual([two.taskId]);
  clock.advance(2_000);
  await confirmAnswers.runOnce(ctx);
  expect(await getTaskResult(ctx, { accountId: customer, taskId: first })).toEqual({ state: "open" });
  await actOnTasks(ctx, workerId, [answer(one, "right"), answer(two, "too", 0)]);
  expect(await getTaskResult(ctx, { accountId: customer, taskId: first })).toMatchObject({ answer: "right" });
  worker.close();
});

test("an answer cannot be taken back after its grace, and nothing else moves", async () => {
  const { workerId, worker } = await seatWorker();
  await buildTask(ctx, customer);
  const one = (await worker.next("assign")).task;
  await buildTask(ctx, customer);
  const two = (await worker.next("assign")).task;
  await actOnTasks(ctx, workerId, [answer(one, "stands")]);
  clock.advance(1_501);
  expect(await takeBackAnswer(ctx, workerId, one)).toEqual({ outcome: "final" });
  expect(worker.seat.current?.taskId).toBe(two.taskId);
  await actOnTasks(ctx, workerId, [answer(two, "x", 0)]);
  worker.close();
});

test("answers given while the connection was cut arrive together and all count", async () => {
  const { workerId, worker } = await seatWorker();
  await buildTask(ctx, customer);
  const one = (await worker.next("assign")).task;
  await buildTask(ctx, customer);
  const two = (await worker.next("assign")).task;
  const reply = await actOnTasks(ctx, workerId, [answer(one, "a"), answer(two, "b")]);
  expect(reply.results.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  clock.advance(1_500);
  await confirmAnswers.runOnce(ctx);
  expect(await getTaskResult(ctx, { accountId: customer, taskId: two.taskId })).toMatchObject({
    answer: "b",
  });
  worker.close();
});

test("three workers who cannot read it make it unsolvable, and its price is given back", async () => {
  const before = await getBalance(ctx, customer);
  const taskId = await buildTask(ctx, customer);
  for (let i = 0; i < 3; i++) {
    const { workerId, worker } = await seatWorker();
    const { task } = await worker.next("assign");
    expect(task.taskId).toBe(taskId);
    const reply = await actOnTasks(ctx, workerId, [{ taskId, leaseNo: task.leaseNo, act: "unreadable" }]);
    expect(reply.results[0]?.outcome).toBe("done");
    worker.close();
  }
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({
    state: "unsolvable",
    reason: "unreadable",
  });
  expect(await getBalance(ctx, customer)).toEqual(before);
});

test("a passed task goes to another worker and never back to the one who passed", async () => {
  const { workerId, worker } = await seatWorker();
  const taskId = await buildTask(ctx, customer);
  const { task } = await worker.next("assign");
  await actOnTasks(ctx, workerId, [{ taskId, leaseNo: task.leaseNo, act: "pass" }]);
  ctx.floor.dispatcher.rescan();
  await ctx.floor.dispatcher.settled();
  expect(worker.seat.current).toBeNull();
  const other = await seatWorker();
  expect((await other.worker.next("assign")).task).toMatchObject({ taskId, leaseNo: 2 });
  await actOnTasks(ctx, other.workerId, [answer({ taskId, leaseNo: 2 }, "read", 0)]);
  worker.close();
  other.worker.close();
});

test("a lease that ran out goes to another worker, and the late answer is refused unpaid", async () => {
  const { workerId, worker } = await seatWorker();
  const taskId = await buildTask(ctx, customer);
  const { task } = await worker.next("assign");
  clock.advance(31_000);
  await endLeases.runOnce(ctx);
  expect(worker.seat.current?.taskId).toBe(taskId);
  clock.advance(1_000);
  await endLeases.runOnce(ctx);
  expect(await worker.next("withdraw")).toMatchObject({ taskId, reason: "lease_ended" });
  const other = await seatWorker();
  const again = (await other.worker.next("assign")).task;
  expect(again.taskId).toBe(taskId);
  const late = await actOnTasks(ctx, workerId, [answer(task, "late", 0)]);
  expect(late.results[0]?.outcome).toBe("lease_ended");
  expect((await getBalance(ctx, workerId)).pendingMicros).toBe(0);
  await actOnTasks(ctx, other.workerId, [answer(again, "in time", 0)]);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({ answer: "in time" });
  worker.close();
  other.worker.close();
});

test("a task that nobody takes ends with its lifetime, uncharged", async () => {
  const before = await getBalance(ctx, customer);
  const taskId = await buildTask(ctx, customer);
  clock.advance(89_999);
  await expireTasks.runOnce(ctx);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toEqual({ state: "open" });
  clock.advance(1);
  await expireTasks.runOnce(ctx);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({
    reason: "nobody_in_time",
  });
  expect(await getBalance(ctx, customer)).toEqual(before);
});

test("no task is handed out with less than ten seconds left", async () => {
  const taskId = await buildTask(ctx, customer);
  clock.advance(80_001);
  const { worker } = await seatWorker();
  await ctx.floor.dispatcher.settled();
  expect(worker.seat.current).toBeNull();
  clock.advance(10_000);
  await expireTasks.runOnce(ctx);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({ state: "unsolvable" });
  worker.close();
});

test("reporting content ends the task for the customer unpaid and pays the worker from the platform", async () => {
  const { workerId, worker } = await seatWorker();
  const before = await getBalance(ctx, customer);
  const taskId = await buildTask(ctx, customer);
  const { task } = await worker.next("assign");
  await actOnTasks(ctx, workerId, [{ taskId, leaseNo: task.leaseNo, act: "report_content" }]);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({
    reason: "content_reported",
  });
  expect(await getBalance(ctx, customer)).toEqual(before);
  expect((await getBalance(ctx, workerId)).pendingMicros).toBe(120);
  worker.close();
});

test("an answer that breaks a hard hint is not taken and the task stays with the worker", async () => {
  const { workerId, worker } = await seatWorker();
  const taskId = await buildTask(ctx, customer, { numeric: 1, minLen: 3 });
  const { task } = await worker.next("assign");
  expect(task.hints).toEqual({ numeric: 1, minLen: 3 });
  const outcomes = await actOnTasks(ctx, workerId, [
    answer(task, "12"),
    answer(task, "abc"),
    answer(task, " \n "),
  ]);
  expect(outcomes.results.map(({ outcome }) => outcome)).toEqual(["too_short", "not_numeric", "empty"]);
  expect(worker.seat.current?.taskId).toBe(taskId);
  await actOnTasks(ctx, workerId, [answer(task, "123", 0)]);
  worker.close();
});

test("pausing gives everything back at once and free of charge", async () => {
  const { workerId, worker } = await seatWorker();
  const taskId = await buildTask(ctx, customer);
  await worker.next("assign");
  await giveBackTasks(ctx, workerId, "tab");
  const other = await seatWorker();
  const { task } = await other.worker.next("assign");
  expect(task.taskId).toBe(taskId);
  await actOnTasks(ctx, other.workerId, [answer(task, "x", 0)]);
  other.worker.close();
});

test("a worker who comes back soon gets the same lease with the time that is left", async () => {
  const { workerId, worker } = await seatWorker();
  const taskId = await buildTask(ctx, customer);
  const { task } = await worker.next("assign");
  worker.close();
  clock.advance(2_000);
  const back = await WorkerSeat.open(ctx, workerId, "reloaded");
  const hello = await back.next("hello");
  expect(hello.tasks).toMatchObject([{ taskId, leaseNo: task.leaseNo, leaseUntilMs: task.leaseUntilMs }]);
  await actOnTasks(ctx, workerId, [answer(task, "x", 0)]);
  back.close();
});

test("a second tab is refused unless it takes the seat over, and then the first is told", async () => {
  const { workerId, worker } = await seatWorker();
  expect(ctx.floor.openSeat(workerId, "second", false)).toBeNull();
  const second = await WorkerSeat.open(ctx, workerId, "second", true);
  await worker.next("seat_taken");
  second.close();
});

test("a task reserved for a worker who vanished goes back to the queue", async () => {
  const { workerId, worker } = await seatWorker();
  await buildTask(ctx, customer);
  const one = (await worker.next("assign")).task;
  const second = await buildTask(ctx, customer);
  await worker.next("assign");
  worker.close();
  await actOnTasks(ctx, workerId, [{ taskId: one.taskId, leaseNo: one.leaseNo, act: "pass" }]);
  await ctx.pool.query("update open_task set state = 1, lease_until = null where id = $1 and state = 2", [
    second,
  ]);
  const orphans = returnOrphans();
  expect(await orphans.runOnce(ctx)).toBe(0);
  expect(await orphans.runOnce(ctx)).toBe(1);
  clock.advance(90_000);
  await expireTasks.runOnce(ctx);
});

test("an idle worker takes over what is reserved for a busy one", async () => {
  const busy = await seatWorker();
  await buildTask(ctx, customer);
  const one = (await busy.worker.next("assign")).task;
  const second = await buildTask(ctx, customer);
  await busy.worker.next("assign");
  const idle = await seatWorker();
  const taken = (await idle.worker.next("assign")).task;
  expect(taken).toMatchObject({ taskId: second, position: "current", leaseNo: 2 });
  expect(await busy.worker.next("withdraw")).toMatchObject({ taskId: second, reason: "given_to_another" });
  await actOnTasks(ctx, busy.workerId, [answer(one, "x", 0)]);
  await actOnTasks(ctx, idle.workerId, [answer(taken, "y", 0)]);
  busy.worker.close();
  idle.worker.close();
});
