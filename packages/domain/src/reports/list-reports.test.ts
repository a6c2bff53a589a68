import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { listCustomerTasks } from "../customers/list-customer-tasks";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { listReports } from "./list-reports";
import { REPORT_STATES } from "./report-states";
import { reportTasks } from "./report-tasks";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

async function buildAnswered(accountId: number): Promise<number> {
  const taskId = await buildTask(ctx, accountId);
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  const { task } = await worker.next("assign");
  await actOnTasks(ctx, workerId, [
    { taskId: task.taskId, leaseNo: task.leaseNo, act: "answer", text: "KX 482", graceMs: 0 },
  ]);
  worker.close();
  return taskId;
}

test("several answers are reported at once, each with its own outcome", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 10_000 });
  const answered = await buildAnswered(accountId);
  const open = await buildTask(ctx, accountId);
  const outcomes = await reportTasks(ctx, { accountId, taskIds: [answered, open, answered], verdict: "bad" });
  expect(outcomes).toMatchObject([
    { taskId: answered, recorded: true, says: null },
    { taskId: open, recorded: false },
  ]);
  expect((await listReports(ctx, { accountId })).rows).toMatchObject([
    { taskId: answered, decision: "open", answer: "KX 482", decidedAtMs: null, refundedMicros: 0 },
  ]);
  await ctx.pool.query("delete from open_task where id = $1", [open]);
});

test("a task says until when it can be reported, and what was said", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 10_000 });
  const taskId = await buildAnswered(accountId);
  const row = async () => (await listCustomerTasks(ctx, { accountId, limit: 1 })).rows[0];
  const untilMs = (await row())?.reportableUntilMs ?? 0;
  expect(untilMs - clock.nowMs()).toBeGreaterThan(14 * 60_000);
  expect((await row())?.reported).toBeNull();
  await reportTasks(ctx, { accountId, taskIds: [taskId], verdict: "good" });
  expect((await row())?.reported).toBe("good");
});

test("another account can neither report a task nor see its report", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 10_000 });
  const taskId = await buildAnswered(accountId);
  const other = await buildAccount(ctx);
  expect(await reportTasks(ctx, { accountId: other, taskIds: [taskId], verdict: "bad" })).toMatchObject([
    { recorded: false },
  ]);
  expect((await listReports(ctx, { accountId: other })).rows).toEqual([]);
});

test("an account sees how many of its decided reports were about right answers, and is told of the rule at its limit", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 10_000 });
  await ctx.pool.query(
    `insert into report (task_id, account_id, worker_id, kind, verdict, state, reported_at, decided_at)
     select n, $1, 9, 1, 2, case when n <= 5 then $2::int else $3::int end, now(), now() from generate_series(1, 10) n`,
    [accountId, REPORT_STATES.refused, REPORT_STATES.accepted],
  );
  expect((await listReports(ctx, { accountId })).decided).toEqual({ judged: 10, wrong: 5 });
  const taskId = await buildAnswered(accountId);
  const [refused] = await reportTasks(ctx, { accountId, taskIds: [taskId], verdict: "bad" });
  expect(refused).toMatchObject({ recorded: false, says: expect.stringContaining("More than 40 %") });
  await ctx.pool.query("delete from report where account_id = $1", [accountId]);
});
