import { afterEach, expect, test } from "vitest";
import { getBalance } from "../ledger/get-balance";
import { expireTasks } from "../maintenance/end-what-is-due";
import { createTask } from "../tasks/create-task";
import { getTaskResult } from "../tasks/get-task-result";
import { buildAccount, buildSite, buildTask } from "../testing/builders";
import { useSiteDesk } from "../testing/use-site-desk";
import { WorkerSeat } from "../testing/worker-seat";

const desk = useSiteDesk();
const seats: WorkerSeat[] = [];
afterEach(() => {
  for (const seat of seats.splice(0)) seat.close();
});

async function sit(score: number): Promise<WorkerSeat> {
  const workerId = await buildAccount(desk.ctx, { role: "worker" });
  await desk.ctx.pool.query(
    "insert into worker_v3_score (worker_id, consented_at, score, measured_at) values ($1, now(), $2, now())",
    [workerId, score],
  );
  const seat = await WorkerSeat.open(desk.ctx, workerId);
  seats.push(seat);
  await seat.next("hello");
  return seat;
}

async function sendV3(minScore: number): Promise<number> {
  const params = { challenge: { pageUrl: "https://example.com/", siteKey: "k".repeat(40), minScore } };
  const reply = await createTask(desk.ctx, { accountId: desk.customer, kind: "recaptcha_v3", params });
  if (!reply.ok) throw new Error(reply.code);
  return reply.taskId;
}

test("a v3 task waits for a worker whose score reaches its bound, and goes to the first who has it", async () => {
  await buildSite(desk.ctx, desk.customer, { host: "example.com" });
  const taskId = await sendV3(0.7);
  const low = await sit(0.3);
  const picture = await buildTask(desk.ctx, desk.customer);
  expect((await low.next("assign")).task.taskId).toBe(picture);
  expect((await (await sit(0.7)).next("assign")).task.taskId).toBe(taskId);
});

test("a v3 task that nobody qualifies for ends with its lifetime, unsolvable and uncharged", async () => {
  await buildSite(desk.ctx, desk.customer, { host: "example.com" });
  const before = await getBalance(desk.ctx, desk.customer);
  const taskId = await sendV3(0.9);
  const low = await sit(0.7);
  const other = await buildAccount(desk.ctx, { amountMicros: 1_000 });
  const picture = await buildTask(desk.ctx, other);
  expect((await low.next("assign")).task.taskId).toBe(picture);
  expect(await getTaskResult(desk.ctx, { accountId: desk.customer, taskId })).toMatchObject({
    state: "open",
  });
  desk.clock.advance(90_001);
  await expireTasks.runOnce(desk.ctx);
  expect(await getTaskResult(desk.ctx, { accountId: desk.customer, taskId })).toMatchObject({
    state: "unsolvable",
    reason: "nobody_in_time",
  });
  expect(await getBalance(desk.ctx, desk.customer)).toEqual(before);
});
