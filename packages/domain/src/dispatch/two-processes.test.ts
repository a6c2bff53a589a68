import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { reconcile } from "../ledger/reconcile";
import { endLeases } from "../maintenance/end-what-is-due";
import { returnOrphans } from "../maintenance/return-orphans";
import { actOnTasks } from "../tasks/act-on-tasks";
import { getTaskResult } from "../tasks/get-task-result";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { DatabaseProxy } from "../testing/database-proxy";
import { WorkerSeat } from "../testing/worker-seat";

/** Two processes on one database. No service runs, so whatever crosses between them is carried by a hint. */
const database = useTestDatabase();
let here: Domain;
let there: Domain;
let clockThere: MovableClock;
let a: DomainContext;
let b: DomainContext;
let customer: number;

beforeAll(async () => {
  here = (await buildDomain(database.url)).domain;
  ({ domain: there, clock: clockThere } = await buildDomain(database.url));
  a = here.ctx;
  b = there.ctx;
  customer = await buildAccount(a, { amountMicros: 1_000_000 });
  await until(() => a.hints.hasPeers && b.hints.hasPeers);
});
afterAll(async () => {
  const proof = await reconcile(a.pool);
  await Promise.all([here.stop(), there.stop()]);
  expect(proof).toEqual([]);
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function seatIn(ctx: DomainContext): Promise<{ workerId: number; worker: WorkerSeat }> {
  const workerId = await buildAccount(ctx, { role: "worker" });
  return { workerId, worker: await WorkerSeat.open(ctx, workerId) };
}

const answer = ({ taskId, leaseNo }: { taskId: number; leaseNo: number }) =>
  ({ taskId, leaseNo, act: "answer", text: "read", graceMs: 0 }) as const;

test("twenty workers in two processes never hold one task twice", async () => {
  const TASKS = 120;
  const outcomes: string[] = [];
  const workers = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const ctx = i % 2 === 0 ? a : b;
      const { workerId, worker } = await seatIn(ctx);
      const work = async ({ taskId, leaseNo }: { taskId: number; leaseNo: number }): Promise<void> => {
        const reply = await actOnTasks(ctx, workerId, [answer({ taskId, leaseNo })]);
        outcomes.push(...reply.results.map(({ outcome }) => outcome));
        if (reply.started) await work(reply.started);
      };
      const solving = (async () => {
        for (let i = 0; i < TASKS && outcomes.length < TASKS; i++) {
          const task = await worker.next("assign").then(
            ({ task }) => task,
            () => null,
          );
          if (task?.position === "current") await work(task);
        }
      })();
      return { worker, solving };
    }),
  );
  await Promise.all(Array.from({ length: TASKS }, (_, i) => buildTask(i % 2 === 0 ? a : b, customer)));
  await until(() => outcomes.length >= TASKS);
  for (const { worker } of workers) worker.close();
  expect(outcomes).toEqual(new Array(TASKS).fill("done"));
  const { rows } = await a.pool.query(
    "select count(*)::int as ended, count(distinct id)::int as tasks from task",
  );
  expect(rows).toEqual([{ ended: TASKS, tasks: TASKS }]);
  await Promise.all(workers.map(({ solving }) => solving));
});

test("a task submitted in one process reaches an idle worker of the other", async () => {
  const { workerId, worker } = await seatIn(b);
  const taskId = await buildTask(a, customer);
  const { task } = await worker.next("assign");
  expect(task.taskId).toBe(taskId);
  await actOnTasks(b, workerId, [answer(task)]);
  worker.close();
});

test("a task passed in one process reaches an idle worker of the other, however old it is", async () => {
  const passing = await seatIn(a);
  await buildTask(a, customer);
  const { task } = await passing.worker.next("assign");
  const idle = await seatIn(b);
  await actOnTasks(a, passing.workerId, [{ taskId: task.taskId, leaseNo: task.leaseNo, act: "pass" }]);
  const again = (await idle.worker.next("assign")).task;
  expect(again.taskId).toBe(task.taskId);
  await actOnTasks(b, idle.workerId, [answer(again)]);
  passing.worker.close();
  idle.worker.close();
});

test("a long poll in one process is woken by an answer in the other", async () => {
  const { workerId, worker } = await seatIn(b);
  const delaysMs: number[] = [];
  for (let i = 0; i < 5; i++) {
    const taskId = await buildTask(a, customer);
    const { task } = await worker.next("assign");
    const result = getTaskResult(a, { accountId: customer, taskId, waitMs: 20_000 });
    // Past the reading that every poll begins with.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await actOnTasks(b, workerId, [answer(task)]);
    const answeredMs = performance.now();
    expect(await result).toMatchObject({ state: "answered", answer: "read" });
    delaysMs.push(performance.now() - answeredMs);
  }
  // By itself a poll looks again after a second; five hints that are all lost cannot all be this lucky.
  expect(delaysMs.sort((x, y) => x - y)[2]).toBeLessThan(300);
  worker.close();
});

test("an act that comes in another process than the worker's stream is seen by the stream's", async () => {
  const { workerId, worker } = await seatIn(b);
  await buildTask(a, customer);
  const { task } = await worker.next("assign");
  const reply = await actOnTasks(a, workerId, [answer(task)]);
  expect(reply.results[0]?.outcome).toBe("done");
  await until(() => worker.seat.current === null);
  const next = await buildTask(a, customer);
  const again = (await worker.next("assign")).task;
  expect(again.taskId).toBe(next);
  await actOnTasks(b, workerId, [answer(again)]);
  worker.close();
});

test("a worker who sits down in another process takes the task along, and the old tab is told", async () => {
  const { workerId, worker } = await seatIn(a);
  await buildTask(a, customer);
  const { task } = await worker.next("assign");
  const moved = await WorkerSeat.open(b, workerId, "second tab", true);
  await worker.next("seat_taken");
  const hello = await moved.next("hello");
  expect(hello.tasks).toMatchObject([{ taskId: task.taskId, leaseNo: task.leaseNo }]);
  await until(() => a.floor.seatOf(workerId) === undefined);
  await actOnTasks(b, workerId, [answer(task)]);
  moved.close();
});

test("an idle worker takes over what the other process reserved for a busy one", async () => {
  const busy = await seatIn(a);
  await buildTask(a, customer);
  const one = (await busy.worker.next("assign")).task;
  const second = await buildTask(a, customer);
  await busy.worker.next("assign");
  const idle = await seatIn(b);
  const taken = (await idle.worker.next("assign")).task;
  expect(taken).toMatchObject({ taskId: second, leaseNo: 2, position: "current" });
  expect(await busy.worker.next("withdraw")).toMatchObject({ taskId: second });
  await actOnTasks(a, busy.workerId, [answer(one)]);
  await actOnTasks(b, idle.workerId, [answer(taken)]);
  busy.worker.close();
  idle.worker.close();
});

test("when a process dies, its node number is free and its workers' tasks go to others", async () => {
  const wire = await DatabaseProxy.start(database.url);
  const doomed = (await buildDomain(wire.url)).domain;
  const { node } = doomed.ctx.ids;
  const { worker } = await seatIn(doomed.ctx);
  const current = await buildTask(doomed.ctx, customer);
  await worker.next("assign");
  const ahead = await buildTask(doomed.ctx, customer);
  await worker.next("assign");
  wire.refuse(true);

  clockThere.advance(doomed.ctx.clock.nowMs() - clockThere.nowMs() + 32_000);
  expect(await endLeases.runOnce(b)).toBe(1);
  const orphans = returnOrphans();
  expect([await orphans.runOnce(b), await orphans.runOnce(b)]).toEqual([0, 1]);
  const successor = await seatIn(b);
  const first = (await successor.worker.next("assign")).task;
  const second = (await successor.worker.next("assign")).task;
  expect([first.taskId, second.taskId]).toEqual([current, ahead]);
  const heir = (await buildDomain(database.url)).domain;
  expect(heir.ctx.ids.node).toBe(node);

  await actOnTasks(b, successor.workerId, [answer(first)]);
  await actOnTasks(b, successor.workerId, [answer(second)]);
  successor.worker.close();
  await heir.stop();
  await doomed.stop();
  await wire.stop();
});
