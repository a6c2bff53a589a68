import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { accountStatement } from "../ledger/account-statement";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildGold } from "../testing/build-gold";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { keepGold } from "./keep-gold";
import { listGold } from "./list-gold";
import { queueFor } from "./queue-for";
import { retireGold } from "./retire-gold";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let advance: (ms: number) => void;
let customer: number;
let staff: number;

beforeAll(async () => {
  const built = await buildDomain(database.url);
  ({ domain, ctx } = built);
  advance = (ms) => built.clock.advance(ms);
  customer = await buildAccount(ctx, { amountMicros: 1_000_000 });
  staff = await buildAccount(ctx, { role: "admin" });
});
afterAll(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
  await domain.stop();
});

async function answerNext(seat: WorkerSeat, workerId: number, text: string) {
  const { task } = await seat.next("assign");
  const act = { taskId: task.taskId, leaseNo: task.leaseNo, act: "answer", text, graceMs: 0 } as const;
  await actOnTasks(ctx, workerId, [act]);
  return task;
}

/** A worker who has answered one task of the customer, so that chance has been asked once. */
async function atWork(chance: number): Promise<{ workerId: number; seat: WorkerSeat }> {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const seat = await WorkerSeat.open(ctx, workerId);
  ctx.gold.chance = () => chance;
  await buildTask(ctx, customer);
  await answerNext(seat, workerId, "read");
  return { workerId, seat };
}

async function showingsOf(workerId: number) {
  const { rows } = await ctx.pool.query<{ gold_id: number; task_id: number; outcome: number | null }>(
    "select gold_id, task_id, outcome from gold_showing where worker_id = $1 order by task_id",
    [workerId],
  );
  return rows;
}

test("without any gold nothing is asked and nothing is shown", async () => {
  const { workerId, seat } = await atWork(0);
  await ctx.gold.handOut.push({ workerId, kindNumber: 1, stage: 4 });
  expect(await showingsOf(workerId)).toEqual([]);
  seat.close();
});

test("a gold task looks and pays like a customer's, and the skill learns from its answer once", async () => {
  const goldId = await buildGold(ctx, staff);
  const { workerId, seat } = await atWork(0);
  const before = await getBalance(ctx, workerId);
  ctx.gold.chance = () => 1;
  const gold = await answerNext(seat, workerId, "kx7H");
  const task = await (async () => {
    await buildTask(ctx, customer);
    return answerNext(seat, workerId, "read");
  })();
  const shapeOf = ({ imageUrl, ...rest }: typeof task) => [Object.keys(rest), imageUrl?.slice(0, 22)];
  expect(shapeOf(gold)).toEqual(shapeOf(task));
  expect(gold).toMatchObject({
    kind: task.kind,
    payMicros: task.payMicros,
    leaseMs: task.leaseMs,
    hints: task.hints,
  });
  const after = await getBalance(ctx, workerId);
  expect(after.pendingMicros - before.pendingMicros).toBe(gold.payMicros + task.payMicros);

  await ctx.gold.judge.push(gold.taskId);
  expect(await showingsOf(workerId)).toEqual([{ gold_id: goldId, task_id: gold.taskId, outcome: 1 }]);
  const { rows } = await ctx.pool.query(
    "select right_weight as right, wrong_weight as wrong from worker_standing where worker_id = $1 and kind = 1",
    [workerId],
  );
  expect(rows).toEqual([{ right: 1, wrong: 0 }]);
  const period = { accountId: workerId, fromMs: 0, toMs: ctx.clock.nowMs() + 1_000 };
  const { entries } = await accountStatement(ctx, period);
  expect(new Set(entries.map(({ posting, line, says }) => `${posting} ${line} ${says}`)).size).toBe(1);
  seat.close();
});

test("nobody gets the same gold task twice", async () => {
  // Nothing comes by chance: what that would hand out would race with what is asked for here.
  const { workerId, seat } = await atWork(1);
  await ctx.pool.query("update gold_task set state = 3");
  await buildGold(ctx, staff, { answers: ["once"] });
  const first = await ctx.gold.handOut.push({ workerId, kindNumber: 1, stage: 4 });
  expect(first === null).toBe((await showingsOf(workerId)).length === 0);
  // Two of one worker at the same time are one.
  const second = await buildAccount(ctx, { role: "worker" });
  const both = await Promise.all(
    [1, 2].map(() => ctx.gold.handOut.push({ workerId: second, kindNumber: 1, stage: 4 })),
  );
  expect(both.filter((taskId) => taskId !== null)).toHaveLength(1);
  advance(200_000);
  await domain.services.find(({ name }) => name === "expire-tasks")?.runOnce(ctx);
  await keepGold.runOnce(ctx);
  expect((await showingsOf(second)).map(({ outcome }) => outcome)).toEqual([4]);
  expect(await ctx.gold.handOut.push({ workerId: second, kindNumber: 1, stage: 4 })).toBeNull();
  seat.close();
});

test("a gold task is for its worker's screen alone", async () => {
  await buildGold(ctx, staff, { answers: ["mine"] });
  const { workerId, seat } = await atWork(1);
  const other = await WorkerSeat.open(ctx, await buildAccount(ctx, { role: "worker" }));
  await actOnTasks(ctx, workerId, []);
  const taskId = await ctx.gold.handOut.push({ workerId, kindNumber: 1, stage: 4 });
  queueFor(ctx, workerId, taskId ?? 0);
  expect((await seat.next("assign")).task.taskId).toBe(taskId);
  expect(other.seen.some(({ type }) => type === "assign")).toBe(false);
  other.close();
  seat.close();
});

test("what staff know to be right must keep the rules that answers keep", async () => {
  const add = (overrides: Parameters<typeof buildGold>[2]) => buildGold(ctx, staff, overrides);
  await expect(add({ kind: "grid", answers: ["12"] })).rejects.toThrow("cannot be an answer");
  await expect(add({ kind: "grid", answers: ["one"] })).rejects.toThrow("no answer of this kind");
  await expect(add({ kind: "text", answers: ["4"] })).rejects.toThrow("Write the question");
  await expect(add({ fileBase64: "AAAA" })).rejects.toThrow("cannot be taken");
});

test("a retired gold task is shown to nobody, and retiring stands in the audit log", async () => {
  const id = await buildGold(ctx, staff, { kind: "text", question: "2 + 2?", answers: ["4", "four"] });
  expect((await listGold(ctx, { state: "in_use", limit: 1 })).rows[0]).toMatchObject({
    id,
    kind: "text",
    asks: "2 + 2?",
    answers: ["4", "four"],
    pictureUrl: null,
  });
  await retireGold(ctx, { id, retiredBy: staff });
  await expect(retireGold(ctx, { id, retiredBy: staff })).rejects.toThrow("No such gold task");
  const workerId = await buildAccount(ctx, { role: "worker" });
  expect(await ctx.gold.handOut.push({ workerId, kindNumber: 2, stage: 4 })).toBeNull();
  const { rows } = await ctx.pool.query("select act from staff_act where subject = $1 order by id", [
    `gold:${id}`,
  ]);
  expect(rows).toEqual([{ act: "add_gold" }, { act: "retire_gold" }]);
});
