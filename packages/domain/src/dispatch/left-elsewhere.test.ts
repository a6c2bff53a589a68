import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";

import { reconcile } from "../ledger/reconcile";
import { correctSeats } from "../maintenance/keep-floor";
import { setCrowdSettings } from "../sandbox/set-crowd-settings";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { DatabaseProxy } from "../testing/database-proxy";
import { WorkerSeat } from "../testing/worker-seat";

/**
 * A process tells the others only of what its own idle workers did not get. No service runs here, so whatever reaches
 * the other process in time was told; `WorkerSeat.next` gives up after two seconds.
 */
const database = useTestDatabase();
let wire: DatabaseProxy;
let here: Domain;
let there: Domain;
/** Where tasks are sent to; its way to the database can be cut. */
let a: DomainContext;
let b: DomainContext;
let customer: number;

beforeAll(async () => {
  wire = await DatabaseProxy.start(database.url);
  here = (await buildDomain(wire.url)).domain;
  there = (await buildDomain(database.url)).domain;
  a = here.ctx;
  b = there.ctx;
  customer = await buildAccount(b, { amountMicros: 1_000_000 });
  await untilPeers();
});
afterAll(async () => {
  wire.refuse(false);
  const proof = await reconcile(b.pool);
  await Promise.all([here.stop(), there.stop()]);
  await wire.stop();
  expect(proof).toEqual([]);
});

async function untilPeers(): Promise<void> {
  while (!(a.hints.hasPeers && b.hints.hasPeers && a.hints.connected))
    await new Promise((resolve) => setTimeout(resolve, 5));
}

async function seatIn(ctx: DomainContext): Promise<{ workerId: number; worker: WorkerSeat }> {
  const workerId = await buildAccount(b, { role: "worker" });
  return { workerId, worker: await WorkerSeat.open(ctx, workerId) };
}

/** Idle, at a screen that shows nothing but texts. */
async function seatForTexts(ctx: DomainContext): Promise<WorkerSeat> {
  const workerId = await buildAccount(b, { role: "worker" });
  return WorkerSeat.open(ctx, workerId, "tab", false, ["text"]);
}

async function answers(ctx: DomainContext, { workerId, worker }: { workerId: number; worker: WorkerSeat }) {
  const { task } = await worker.next("assign");
  const { taskId, leaseNo } = task;
  await actOnTasks(ctx, workerId, [{ taskId, leaseNo, act: "answer", text: "read", graceMs: 0 }]);
  return taskId;
}

/** A fault may meet the round before the task's, such as that of the seat; then the task's own round goes well. */
const TRIES_MAX = 10;

async function whoGets<Person extends { worker: WorkerSeat }>(...people: Person[]): Promise<Person> {
  const untilMs = Date.now() + 2_000;
  while (Date.now() < untilMs) {
    const got = people.find(({ worker }) => worker.seen.some(({ type }) => type === "assign"));
    if (got) return got;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("nobody got the task");
}

test("a task that comes where nobody is idle reaches who is idle elsewhere", async () => {
  const idle = await seatIn(b);
  const taskId = await buildTask(a, customer);
  expect(await answers(b, idle)).toBe(taskId);
  idle.worker.close();
});

test("and so does one that comes where those who are idle take other kinds only", async () => {
  const unfit = await seatForTexts(a);
  const idle = await seatIn(b);
  const taskId = await buildTask(a, customer);
  expect(await answers(b, idle)).toBe(taskId);
  unfit.close();
  idle.worker.close();
});

test("and one that a busy worker would only have ahead", async () => {
  const busy = await seatIn(a);
  const first = await buildTask(a, customer);
  const held = (await busy.worker.next("assign")).task;
  expect(held.taskId).toBe(first);
  const idle = await seatIn(b);
  const second = await buildTask(a, customer);
  expect(await answers(b, idle)).toBe(second);
  const { leaseNo } = held;
  await actOnTasks(a, busy.workerId, [{ taskId: first, leaseNo, act: "answer", text: "read", graceMs: 0 }]);
  busy.worker.close();
  idle.worker.close();
});

test("and one whose process fails in the round that would have given it to its own worker", async () => {
  const own = await seatIn(a);
  const idle = await seatIn(b);
  let taker: typeof own | null = null;
  for (let tries = 0; taker !== idle && tries < TRIES_MAX; tries++) {
    const lost = wire.loseAnswerTo("candidates");
    const taskId = await buildTask(a, customer);
    await lost;
    taker = await whoGets(own, idle);
    expect(await answers(taker === own ? a : b, taker)).toBe(taskId);
  }
  expect(taker).toBe(idle);
  own.worker.close();
  idle.worker.close();
});

test("and one that is for a screen elsewhere alone, though somebody is idle where it came", async () => {
  const owner = await buildAccount(b);
  await setCrowdSettings(b, owner, { sandbox: true });
  const other = await seatIn(a);
  const screen = await WorkerSeat.openSandbox(b, owner);
  const taskId = await buildTask(a, owner);
  const { task } = await screen.next("assign");
  expect(task.taskId).toBe(taskId);
  const { leaseNo } = task;
  await actOnTasks(b, owner, [{ taskId, leaseNo, act: "answer", text: "read", graceMs: 0 }]);
  other.worker.close();
  screen.close();
});

test("a worker who was busy when a task was told of gets it afterwards", async () => {
  const busy = await seatIn(b);
  await buildTask(b, customer);
  const first = (await busy.worker.next("assign")).task;
  const second = await buildTask(a, customer);
  const { taskId, leaseNo } = first;
  await actOnTasks(b, busy.workerId, [{ taskId, leaseNo, act: "answer", text: "read", graceMs: 0 }]);
  expect(await answers(b, busy)).toBe(second);
  busy.worker.close();
});

test("what an idle worker gets where it came is not taken from there by those who are idle elsewhere", async () => {
  const near = await seatIn(a);
  const far = await seatIn(b);
  const came: number[] = [];
  for (let i = 0; i < 10; i++) {
    const taskId = await buildTask(a, customer);
    expect(await answers(a, near)).toBe(taskId);
    came.push(taskId);
  }
  expect(came).toHaveLength(10);
  expect(far.worker.seen.map(({ type }) => type)).not.toContain("assign");
  near.worker.close();
  far.worker.close();
});

test("one customer's burst in one process does not keep another's task in the other from its turn", async () => {
  const other = await buildAccount(b, { amountMicros: 1_000_000 });
  const [oldest] = await Promise.all(Array.from({ length: 10 }, () => buildTask(a, customer)));
  const single = await buildTask(b, other);
  const [one, two] = [await seatIn(a), await seatIn(a)];
  const first = (await one.worker.next("assign")).task;
  expect([first.taskId, await answers(a, two)]).toEqual([oldest, single]);
  const { taskId, leaseNo } = first;
  one.worker.close();
  for (let i = 0; i < 9; i++) await answers(a, two);
  await actOnTasks(a, one.workerId, [{ taskId, leaseNo, act: "answer", text: "read", graceMs: 0 }]);
  two.worker.close();
});

test("when a process dies before it could tell, the others find the task at their look of each second", async () => {
  const own = await seatIn(a);
  const idle = await seatIn(b);
  const taskId = await buildTask(a, customer);
  // Queued and committed; its round begins with the next turn of the event loop, and never reaches the database.
  wire.refuse(true);
  expect(correctSeats.everyMs).toBe(1_000);
  await correctSeats.runOnce(b);
  expect(await answers(b, idle)).toBe(taskId);
  own.worker.close();
  idle.worker.close();
});
