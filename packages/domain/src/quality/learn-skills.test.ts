import type { RecognitionRule } from "@sightline/contract/recognition";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { createTask } from "../tasks/create-task";
import { getTaskResult } from "../tasks/get-task-result";
import { EVENTS, STATES } from "../tasks/states";
import { buildAccount, buildDomain } from "../testing/builders";
import { settleOne } from "../testing/lane-items";
import { keepSkillChanges } from "./keep-skill-changes";
import { learnSkills } from "./learn-skills";
import { learnSkill, NO_EVIDENCE } from "./skill";

const TWO_OF_THREE: RecognitionRule = { mode: "matches", answersMin: 2, answersMax: 3, matchesMin: 2 };
const SURE: RecognitionRule = { mode: "confidence", answersMin: 1, answersMax: 3, confidenceMin: 0.95 };
const DAY_MS = 86_400_000;

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let advance: (ms: number) => void;

beforeAll(async () => {
  const built = await buildDomain(database.url);
  ({ domain, ctx } = built);
  advance = (ms) => built.clock.advance(ms);
});
afterAll(() => domain.stop());

const worker = (): Promise<number> => buildAccount(ctx, { role: "worker" });

async function taskOf(recognition: RecognitionRule): Promise<{ customer: number; id: number }> {
  const customer = await buildAccount(ctx, { amountMicros: 10_000 });
  const file = { bytes: Buffer.alloc(200), mediaType: "image/png", widthPx: 9, heightPx: 9 } as const;
  const task = { accountId: customer, kind: "image", file, params: {}, recognition } as const;
  const reply = await createTask(ctx, task);
  if (!reply.ok) throw new Error(reply.code);
  return { customer, id: reply.taskId };
}

async function answer(id: number, by: number, text: string): Promise<void> {
  const { rows } = await ctx.hotPool.query<{ lease_no: number }>({
    ...CLAIM_STATEMENT,
    values: [[id], [by], [EVENTS.assign.number], new Date(ctx.clock.nowMs())],
  });
  const leaseNo = rows[0]?.lease_no ?? 0;
  await settleOne(ctx, "answer_finally", { id, worker: by, leaseNo, answer: text });
  await ctx.weighing.push(id);
}

async function weightsOf(by: number): Promise<{ right: number; wrong: number } | undefined> {
  const { rows } = await ctx.pool.query<{ right: number; wrong: number }>(
    `select right_weight as right, wrong_weight as wrong from worker_standing where worker_id = $1 and kind = 1`,
    [by],
  );
  return rows[0];
}

test("workers who agree are taken for right, and who differs for wrong", async () => {
  const [one, two, odd] = [await worker(), await worker(), await worker()];
  const { id } = await taskOf(TWO_OF_THREE);
  await answer(id, one, "Kx7h");
  await answer(id, odd, "mmww");
  expect(await weightsOf(one)).toBeUndefined();
  await answer(id, two, "kx7h");
  for (const by of [one, two]) expect((await weightsOf(by))?.right).toBeGreaterThan(0.9);
  expect((await weightsOf(odd))?.wrong).toBeGreaterThan(0.9);
  const { rows } = await ctx.pool.query(
    "select worker_id, cause from skill_change where cause_id = $1 order by worker_id",
    [id],
  );
  expect(rows).toEqual([one, two, odd].map((by) => ({ worker_id: by, cause: 1 })));
});

test("answers that nobody confirmed in the end are judged too", async () => {
  const { id } = await taskOf(TWO_OF_THREE);
  const workers = [await worker(), await worker(), await worker()];
  for (const [i, by] of workers.entries()) await answer(id, by, ["aaaa", "kkkk", "wwww"][i] ?? "");
  expect(await weightsOf(workers[0] ?? 0)).toBeDefined();
});

test("a task that is weighed again, and a cause that comes again, count once", async () => {
  const [one, two] = [await worker(), await worker()];
  const { id } = await taskOf(TWO_OF_THREE);
  await answer(id, one, "kx7h");
  await answer(id, two, "kx7h");
  const before = await weightsOf(one);
  await ctx.weighing.push(id);
  const judged = [{ taskId: id, kindNumber: 1, workerId: one, rightProbability: 0 }];
  await learnSkills(ctx.pool, "agreement", judged, ctx.clock.nowMs());
  expect(await weightsOf(one)).toEqual(before);
  await learnSkills(ctx.pool, "report", judged, ctx.clock.nowMs());
  expect((await weightsOf(one))?.wrong).toBeCloseTo((before?.wrong ?? 0) + 1, 9);
});

test("one good answer of somebody who is known to be good is enough, and of somebody new it is not", async () => {
  const [known, fresh] = [await worker(), await worker()];
  await ctx.pool.query(
    `insert into worker_standing (worker_id, kind, stage, stage_since, right_weight, wrong_weight)
     values ($1, 1, 4, now(), 380, 1)`,
    [known],
  );
  const sure = await taskOf(SURE);
  await answer(sure.id, known, "kx7h");
  expect(await getTaskResult(ctx, { accountId: sure.customer, taskId: sure.id })).toMatchObject({
    state: "answered",
    answersCount: 1,
  });
  expect(await weightsOf(known)).toEqual({ right: 380, wrong: 1 });
  const unsure = await taskOf(SURE);
  await answer(unsure.id, fresh, "kx7h");
  const { rows } = await ctx.pool.query("select state from open_task where id = $1", [unsure.id]);
  expect(rows).toEqual([{ state: STATES.queued }]);
});

test("the table learns what learnSkill learns, with old evidence pushed out", async () => {
  const by = await worker();
  let skill = NO_EVIDENCE;
  for (let taskId = 1; taskId <= 420; taskId++) {
    const rightProbability = taskId % 5 === 0 ? 0.1 : 0.97;
    await learnSkills(
      ctx.pool,
      "agreement",
      [{ taskId, kindNumber: 1, workerId: by, rightProbability }],
      ctx.clock.nowMs(),
    );
    skill = learnSkill(skill, rightProbability);
  }
  const stored = await weightsOf(by);
  expect(stored?.right).toBeCloseTo(skill.right, 6);
  expect(stored?.wrong).toBeCloseTo(skill.wrong, 6);
});

test("what changed a score is kept for ninety days, and the score stays", async () => {
  const by = await worker();
  await learnSkills(
    ctx.pool,
    "report",
    [{ taskId: 7, kindNumber: 1, workerId: by, rightProbability: 1 }],
    ctx.clock.nowMs(),
  );
  const before = await weightsOf(by);
  advance(91 * DAY_MS);
  expect(await keepSkillChanges.runOnce(ctx)).toBeGreaterThan(0);
  const { rows } = await ctx.pool.query("select 1 from skill_change where worker_id = $1", [by]);
  expect(rows).toEqual([]);
  expect(await weightsOf(by)).toEqual(before);
});
