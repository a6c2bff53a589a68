import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { createTask } from "../tasks/create-task";
import { buildAccount, buildDomain } from "../testing/builders";
import { reportAnswer } from "./report-answer";
import { v3ScoreBands } from "./v3-score-bands";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let customer: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 10_000_000 });
});
afterAll(() => domain.stop());

async function workerWith(score: number | null): Promise<number> {
  const workerId = await buildAccount(ctx, { role: "worker" });
  await ctx.pool.query(
    "insert into worker_v3_score (worker_id, consented_at, score) values ($1, now(), $2)",
    [workerId, score],
  );
  return workerId;
}

/** A token of this worker, and what its customer said of it. */
async function reported(workerId: number, verdict: "good" | "bad", kind: TaskKind = "recaptcha_v3") {
  const params = { challenge: { pageUrl: "https://demo.test/", siteKey: "k".repeat(40) } };
  const made = await createTask(ctx, { accountId: customer, kind, params });
  if (!made.ok) throw new Error(made.code);
  const { taskId } = made;
  await ctx.pool.query(
    "update open_task set state = 2, worker_id = $2, lease_no = 1, lease_until = $3 where id = $1",
    [taskId, workerId, new Date(ctx.clock.nowMs() + TASK_KINDS[kind].leaseMs)],
  );
  await ctx.lanes.settle.push([{ taskId, workerId, leaseNo: 1, event: "answer_finally", answer: "token" }]);
  expect(await reportAnswer(ctx, { accountId: customer, taskId, verdict })).toMatchObject({ ok: true });
}

test("reports on v3 tokens count in the band of the score that the worker had", async () => {
  const [high, low, unmeasured] = [await workerWith(0.9), await workerWith(0.3), await workerWith(null)];
  await reported(high, "good");
  await reported(high, "good");
  await reported(low, "bad");
  await reported(low, "good");
  await reported(unmeasured, "bad");
  await reported(high, "bad", "recaptcha_v2");
  expect(await v3ScoreBands(ctx, customer)).toEqual([
    { score: 0.9, good: 2, bad: 0 },
    { score: 0.3, good: 1, bad: 1 },
  ]);
});

test("another account's reports are not counted", async () => {
  expect(await v3ScoreBands(ctx, await buildAccount(ctx))).toEqual([]);
});
