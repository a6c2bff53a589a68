import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { sampleFirstTasks } from "./sample-first-tasks";

const database = useTestDatabase();
const HOUR_MS = 3_600_000;
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let workerId: number;
let customerId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  workerId = await buildAccount(ctx, { role: "worker" });
});
beforeEach(async () => {
  customerId = await buildAccount(ctx, { amountMicros: 100_000 });
});
afterAll(() => domain.stop());

async function answered(): Promise<number> {
  const worker = await WorkerSeat.open(ctx, workerId);
  const taskId = await buildTask(ctx, customerId);
  const { leaseNo } = (await worker.next("assign")).task;
  await actOnTasks(ctx, workerId, [{ taskId, leaseNo, act: "answer", text: "KX", graceMs: 0 }]);
  worker.close();
  return taskId;
}
async function sampled(): Promise<number[]> {
  await sampleFirstTasks.runOnce(ctx);
  const { rows } = await ctx.pool.query<{ task_id: number }>(
    "select task_id from moderation_case where kind = 'first_tasks_sample' and account_id = $1 order by id",
    [customerId],
  );
  return rows.map(({ task_id }) => task_id);
}

test("a new account's latest picture is sampled, one an hour at most and three in all", async () => {
  const expected: number[] = [];
  for (let hour = 0; hour < 5; hour++) {
    await answered();
    const latest = await answered();
    if (expected.length < 3) expected.push(latest);
    expect(await sampled()).toEqual(expected);
    await answered();
    expect(await sampled()).toEqual(expected);
    clock.advance(HOUR_MS + 1);
  }
});

test("whoever is here for more than a week is not sampled any more, nor is what was sent an hour ago", async () => {
  await answered();
  clock.advance(HOUR_MS + 1);
  expect(await sampled()).toEqual([]);
  clock.advance(7 * 24 * HOUR_MS);
  await answered();
  expect(await sampled()).toEqual([]);
});

test("two processes that look at once open one case", async () => {
  const taskId = await answered();
  await Promise.all([sampleFirstTasks.runOnce(ctx), sampleFirstTasks.runOnce(ctx)]);
  expect(await sampled()).toEqual([taskId]);
});
