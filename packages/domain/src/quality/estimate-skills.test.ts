import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { makePartitions } from "../maintenance/make-partitions";
import { BATCH_MAX } from "../maintenance/service";
import { buildAccount, buildDomain } from "../testing/builders";
import { askForEstimate } from "./ask-for-estimate";
import { estimateSkills } from "./estimate-skills";
import { learnSkills } from "./learn-skills";
import { listEstimates } from "./list-estimates";

const HOUR_MS = 3_600_000;
const KIND = 1;
const TRUTHS = Array.from({ length: 40 }, (_, i) => `k${i}w`);

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let adminId: number;
let workers: number[];

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  adminId = await buildAccount(ctx, { role: "admin" });
});
beforeEach(async () => {
  await ctx.pool.query("truncate task_answer, skill_change, worker_standing, estimate_run");
  const fresh = Array.from({ length: 4 }, () => buildAccount(ctx, { role: "worker" }));
  workers = (await Promise.all(fresh)).sort((a, b) => a - b);
});
afterAll(() => domain.stop());

/**
 * Three read right and the fourth never does; what was learned on the way took the fourth for right and the first for wrong in
 * every task, as a crowd of strangers may be taken at first.
 */
async function misjudge(): Promise<void> {
  const [first = 0, , , fourth = 0] = workers;
  for (const [i, truth] of TRUTHS.entries()) {
    const taskId = ctx.ids.next();
    await ctx.pool.query(
      `insert into task_answer (task_id, no, worker_id, lease_no, kind, answer, answered_at)
       select $1, row_number() over (), worker_id, 1, ${KIND}, answer, $4
       from unnest($2::int[], $3::text[]) as i(worker_id, answer)`,
      [taskId, workers, [truth, truth, truth, `zz${i * 7}`], new Date(clock.nowMs())],
    );
    const judged = workers.map((workerId) => ({
      taskId,
      kindNumber: KIND,
      workerId,
      rightProbability: workerId === fourth ? 0.9 : workerId === first ? 0.1 : 0.5,
    }));
    await learnSkills(ctx.pool, "agreement", judged, clock.nowMs());
  }
}

async function skills(): Promise<{ right: number; wrong: number }[]> {
  const { rows } = await ctx.pool.query<{ right: number; wrong: number }>(
    `select right_weight as right, wrong_weight as wrong from worker_standing
     where kind = ${KIND} and worker_id = any($1) order by worker_id`,
    [workers],
  );
  return rows;
}

async function runToEnd(): Promise<void> {
  for (let kinds = 0; kinds < 50; kinds++) if ((await estimateSkills.runOnce(ctx)) < BATCH_MAX) return;
  throw new Error("the run does not end");
}

async function moveTo(hour: number): Promise<void> {
  const now = new Date(clock.nowMs());
  now.setUTCHours(hour, 0, 0, 0);
  clock.advance(now.getTime() + 24 * HOUR_MS - clock.nowMs());
  await makePartitions.runOnce(ctx);
}

test("skills that were misjudged on the way are corrected, as much evidence as before, and each has a line of history", async () => {
  await moveTo(1);
  await misjudge();
  await askForEstimate(ctx, { askedBy: adminId });
  await runToEnd();
  const [first, second, , fourth] = await skills();
  expect(first?.right).toBeGreaterThan(38);
  expect(second?.right).toBeGreaterThan(38);
  expect(fourth?.right).toBeLessThan(2);
  for (const skill of await skills()) expect(skill.right + skill.wrong).toBeCloseTo(TRUTHS.length, 6);
  const { rows } = await ctx.pool.query<{ right: number; wrong: number }>(
    "select right_weight as right, wrong_weight as wrong from skill_change where cause = 3 order by worker_id",
  );
  expect(rows).toHaveLength(4);
  expect(rows[0]?.right).toBeGreaterThan(34);
  expect(rows[0]?.wrong).toBeCloseTo(-(rows[0]?.right ?? 0), 9);
  expect(await listEstimates(ctx)).toMatchObject([
    { tasks: TRUTHS.length, answers: 4 * TRUTHS.length, moved: 4, finishedAtMs: clock.nowMs() },
  ]);
});

test("a second run on the same answers changes nothing", async () => {
  await moveTo(1);
  await misjudge();
  await askForEstimate(ctx, { askedBy: adminId });
  await runToEnd();
  const before = await skills();
  await askForEstimate(ctx, { askedBy: adminId });
  await runToEnd();
  expect(await skills()).toEqual(before);
  expect((await listEstimates(ctx))[0]).toMatchObject({ moved: 0, furthest: 0 });
});

test("what gold told of a worker counts as known, and stays", async () => {
  await moveTo(1);
  const [liar = 0, honest = 0] = workers;
  const taskId = ctx.ids.next();
  await ctx.pool.query(
    `insert into task_answer (task_id, no, worker_id, lease_no, kind, answer, answered_at)
     values ($1, 1, $2, 1, ${KIND}, 'kx7h', $4), ($1, 2, $3, 1, ${KIND}, 'mmww', $4)`,
    [taskId, liar, honest, new Date(clock.nowMs())],
  );
  const even = { taskId, kindNumber: KIND, rightProbability: 0.45 };
  await learnSkills(
    ctx.pool,
    "agreement",
    [
      { ...even, workerId: liar },
      { ...even, workerId: honest },
    ],
    clock.nowMs(),
  );
  const gold = Array.from({ length: 30 }, (_, i) => [
    { taskId: i + 1, kindNumber: KIND, workerId: honest, rightProbability: 1 },
    { taskId: i + 1, kindNumber: KIND, workerId: liar, rightProbability: 0 },
  ]).flat();
  await learnSkills(ctx.pool, "gold", gold, clock.nowMs());
  await askForEstimate(ctx, { askedBy: adminId });
  await runToEnd();
  const [liars, honests] = await skills();
  expect(honests?.right).toBeGreaterThan(30.9);
  expect(liars?.wrong).toBeGreaterThan(30.9);
});

test("it runs by itself once a night, from three o'clock on, in one of any number of processes", async () => {
  await moveTo(1);
  await runToEnd();
  expect(await listEstimates(ctx)).toEqual([]);
  clock.advance(2 * HOUR_MS);
  await Promise.all([estimateSkills.runOnce(ctx), estimateSkills.runOnce(ctx)]);
  await runToEnd();
  clock.advance(HOUR_MS);
  await runToEnd();
  expect(await listEstimates(ctx)).toMatchObject([{ askedBy: null }]);
  clock.advance(24 * HOUR_MS);
  await runToEnd();
  expect(await listEstimates(ctx)).toHaveLength(2);
});

test("a process that died over a kind is waited for, then another goes on, and corrects nobody twice", async () => {
  await moveTo(1);
  await misjudge();
  const { runId } = await askForEstimate(ctx, { askedBy: adminId });
  await estimateSkills.runOnce(ctx);
  const corrected = await skills();
  await ctx.pool.query("update estimate_run set kinds_done = 0, held_until = $1", [
    new Date(clock.nowMs() + 600_000),
  ]);
  expect(await estimateSkills.runOnce(ctx)).toBe(0);
  clock.advance(601_000);
  await runToEnd();
  expect(await skills()).toEqual(corrected);
  const { rows } = await ctx.pool.query(
    "select count(*)::int as count from skill_change where cause_id = $1 and cause = 3",
    [runId],
  );
  expect(rows).toEqual([{ count: 4 }]);
});

test("one estimate at a time, and who asked stands in the audit log", async () => {
  await moveTo(1);
  const { runId } = await askForEstimate(ctx, { askedBy: adminId });
  expect(await askForEstimate(ctx, { askedBy: adminId }), "the one that runs").toEqual({ runId });
  expect(await listEstimates(ctx)).toHaveLength(1);
  await runToEnd();
  const { rows } = await listStaffActs(ctx, { subject: `estimate:${runId}`, limit: 5 });
  const asked = { actorId: adminId, act: "ask_for_estimate" };
  expect(rows).toMatchObject([asked, asked]);
});

test("somebody new and tasks with one answer are nobody's evidence", async () => {
  await moveTo(1);
  const [one = 0] = workers;
  await ctx.pool.query(
    `insert into task_answer (task_id, no, worker_id, lease_no, kind, answer, answered_at) values ($1, 1, $2, 1, ${KIND}, 'kx7h', $3)`,
    [ctx.ids.next(), one, new Date(clock.nowMs())],
  );
  await askForEstimate(ctx, { askedBy: adminId });
  await runToEnd();
  expect(await skills()).toEqual([]);
  expect(await listEstimates(ctx)).toMatchObject([{ tasks: 0, answers: 0, moved: 0 }]);
});
