import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { returnOrphans } from "../maintenance/return-orphans";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let customer: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 1_000_000 });
});
afterAll(() => domain.stop());

/** A worker with one task current and one ahead. */
async function busyWorker(): Promise<{
  workerId: number;
  worker: WorkerSeat;
  current: number;
  ahead: number;
}> {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  const current = await buildTask(ctx, customer);
  await worker.next("assign");
  const ahead = await buildTask(ctx, customer);
  await worker.next("assign");
  return { workerId, worker, current, ahead };
}

async function stateOf(taskId: number): Promise<number | undefined> {
  const { rows } = await ctx.pool.query<{ state: number }>("select state from open_task where id = $1", [
    taskId,
  ]);
  return rows[0]?.state;
}

test("a task ahead that has too little life left goes back instead of being started", async () => {
  const { workerId, worker, current, ahead } = await busyWorker();
  await ctx.pool.query("update open_task set expires_at = $2 where id = $1", [
    ahead,
    new Date(ctx.clock.nowMs() + 9_000),
  ]);
  await actOnTasks(ctx, workerId, [{ taskId: current, leaseNo: 1, act: "answer", text: "read", graceMs: 0 }]);
  expect(await worker.next("withdraw")).toMatchObject({ taskId: ahead });
  await expect.poll(() => stateOf(ahead)).toBe(0);
  expect(worker.seat.held()).toEqual([]);
  worker.close();
});

test("what is reserved for a seat that was dropped is returned like that of a worker who is gone", async () => {
  const { workerId, worker, current, ahead } = await busyWorker();
  worker.seat.close();
  await ctx.pool.query("update open_task set state = 0, worker_id = null, lease_until = null where id = $1", [
    current,
  ]);
  const orphans = returnOrphans();
  expect(ctx.floor.seatOf(workerId)).toBeDefined();
  expect([await orphans.runOnce(ctx), await orphans.runOnce(ctx)]).toEqual([0, 1]);
  expect(await stateOf(ahead)).toBe(0);
  worker.close();
});

test("an answer gives the picture's place in memory free", async () => {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  await buildTask(ctx, customer);
  const { task } = await worker.next("assign");
  expect(ctx.inputs.get(task.taskId)).toBeDefined();
  await actOnTasks(ctx, workerId, [
    { taskId: task.taskId, leaseNo: task.leaseNo, act: "answer", text: "x", graceMs: 0 },
  ]);
  expect(ctx.inputs.get(task.taskId)).toBeUndefined();
  worker.close();
});
