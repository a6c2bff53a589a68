import { TRAINING } from "@sightline/contract/score";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { keepGold } from "../gold/keep-gold";
import { learnSkills } from "../quality/learn-skills";
import { actOnTasks } from "../tasks/act-on-tasks";
import { createTask } from "../tasks/create-task";
import { buildGold } from "../testing/build-gold";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { endProbation } from "./end-probation";
import { kindScores } from "./kind-scores";
import { setStage } from "./set-stage";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let customer: number;
let staff: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 100_000 });
  staff = await buildAccount(ctx, { role: "admin" });
  for (let i = 0; i < 2 * TRAINING.materialMin; i++)
    await buildGold(ctx, staff, {
      kind: "text",
      question: `Which number is this: ${i}?`,
      answers: [`number ${i}`],
    });
});
afterAll(() => domain.stop());

async function sitDown(): Promise<{ workerId: number; seat: WorkerSeat }> {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const seat = await WorkerSeat.open(ctx, workerId);
  await keepGold.runOnce(ctx);
  return { workerId, seat };
}

const stageOfText = async (workerId: number) =>
  (await kindScores(ctx, workerId)).find(({ kind }) => kind === "text")?.stage;

/** Answers the next lesson, rightly or not; what the worker is told of it. */
async function learn(seat: WorkerSeat, workerId: number, rightly: boolean) {
  const { task } = await seat.next("assign");
  const text = rightly ? `number ${/\d+/.exec(task.hints.question ?? "")?.[0]}` : "no idea";
  await actOnTasks(ctx, workerId, [
    { taskId: task.taskId, leaseNo: task.leaseNo, act: "answer", text, graceMs: 0 },
  ]);
  return { task, told: await seat.next("lesson") };
}

test("somebody new begins in training where there is material, and at work where there is none", async () => {
  const { workerId, seat } = await sitDown();
  const scores = await kindScores(ctx, workerId);
  expect(scores.filter(({ stage }) => stage === "training").map(({ kind }) => kind)).toEqual(["text"]);
  expect(scores.filter(({ stage }) => stage === "probation")).toHaveLength(11);
  expect((await seat.next("assign")).task.lesson).toBe("training");
  seat.close();
});

test("a customer's task of a kind in training goes to nobody who is in training for it", async () => {
  const { seat } = await sitDown();
  await seat.next("assign");
  const reply = await createTask(ctx, { accountId: customer, kind: "text", params: { question: "?" } });
  expect(reply.ok).toBe(true);
  await ctx.floor.dispatcher.settled();
  expect(seat.seen.filter(({ type }) => type === "assign")).toEqual([]);
  seat.close();
});

test("training tells what was right after each miss, and the exam lets through who gets enough right", async () => {
  const { workerId, seat } = await sitDown();
  const first = await learn(seat, workerId, false);
  expect(first.told).toMatchObject({
    stage: "training",
    outcome: "wrong",
    given: "no idea",
    accepted: [expect.stringMatching(/^number \d+$/)],
    judged: 1,
    right: 0,
    next: "training",
  });
  for (let i = 1; i < TRAINING.tasks; i++) await learn(seat, workerId, true);
  expect(await stageOfText(workerId)).toBe("exam");
  let last = first;
  for (let i = 0; i < TRAINING.examTasks; i++) last = await learn(seat, workerId, i >= 2);
  expect(last.task.lesson).toBe("exam");
  expect(last.told).toMatchObject({ judged: 8, right: 6, next: "probation" });
  expect(await stageOfText(workerId)).toBe("probation");
  // The skill has learned from the exam, not from training.
  expect((await kindScores(ctx, workerId)).find(({ kind }) => kind === "text")?.judged).toBe(8);
  expect(seat.seat.standing.kinds.has(2)).toBe(true);
  seat.close();
});

test("who fails the exam is trained again with other tasks, and is not let through when these are used up", async () => {
  const { workerId, seat } = await sitDown();
  for (let i = 0; i < TRAINING.tasks; i++) await learn(seat, workerId, true);
  for (let i = 0; i < TRAINING.examTasks; i++) await learn(seat, workerId, false);
  expect(await stageOfText(workerId)).toBe("training");
  const seen = new Set<string>();
  for (let i = 0; i < TRAINING.materialMin; i++) {
    const { task } = await learn(seat, workerId, false);
    seen.add(task.hints.question ?? "");
  }
  expect(seen.size).toBe(TRAINING.materialMin);
  await keepGold.runOnce(ctx);
  expect(await stageOfText(workerId)).toBe("training");

  await setStage(ctx, {
    workerId,
    kind: "text",
    stage: "probation",
    reason: "Looked at by hand.",
    changedBy: staff,
  });
  expect(seat.seat.standing.kinds.has(2)).toBe(true);
  const { rows } = await ctx.pool.query(
    "select before, after, reason from staff_act where act = 'set_stage'",
  );
  expect(rows).toEqual([
    { before: { stage: "training" }, after: { stage: "probation" }, reason: "Looked at by hand." },
  ]);
  seat.close();
});

test("probation ends for who is right often enough, and goes on for who is not", async () => {
  const [good, poor] = [await sitDown(), await sitDown()];
  const judged = (workerId: number, rightProbability: number) =>
    Array.from({ length: 12 }, (_, i) => ({ taskId: i + 1, workerId, kindNumber: 1, rightProbability }));
  await learnSkills(
    ctx.pool,
    "agreement",
    [...judged(good.workerId, 0.95), ...judged(poor.workerId, 0.5)],
    ctx.clock.nowMs(),
  );
  await endProbation.runOnce(ctx);
  const stageOfImage = async (id: number) =>
    (await kindScores(ctx, id)).find(({ kind }) => kind === "image")?.stage;
  expect(await stageOfImage(good.workerId)).toBe("full");
  expect(await stageOfImage(poor.workerId)).toBe("probation");
  good.seat.close();
  poor.seat.close();
});

test("a new worker has a customer's task of another kind beside the training", async () => {
  const { workerId, seat } = await sitDown();
  const lesson = await seat.next("assign");
  await actOnTasks(ctx, workerId, [
    { taskId: lesson.task.taskId, leaseNo: lesson.task.leaseNo, act: "pass" },
  ]);
  const taskId = await buildTask(ctx, customer);
  expect((await seat.next("assign")).task).toMatchObject({ taskId, kind: "image" });
  seat.close();
});
