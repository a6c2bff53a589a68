import { randomUUID } from "node:crypto";
import { stepMs } from "@sightline/contract/figures";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buyPackage } from "../packages/buy-package";
import { setCrowdSettings } from "../sandbox/set-crowd-settings";
import { actOnTasks } from "../tasks/act-on-tasks";
import { cancelTask } from "../tasks/cancel-task";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { accountCharts } from "./account-charts";
import { accountUsage } from "./account-usage";
import { countHours } from "./count-hours";
import { EVERYBODY, HOUR_MS } from "./hour-sql";
import { HOURS_STATEMENT } from "./read-hours";
import { sweepHours } from "./sweep-hours";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let customer: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());
beforeEach(async () => {
  customer = await buildAccount(ctx, { amountMicros: 10_000 });
});

const MINUTE_MS = 60_000;

async function solveOne(solveMs: number): Promise<void> {
  await buildTask(ctx, customer);
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  const { task } = await worker.next("assign");
  clock.advance(solveMs);
  await actOnTasks(ctx, workerId, [
    { taskId: task.taskId, leaseNo: task.leaseNo, act: "answer", text: "KX 482", graceMs: 0 },
  ]);
  worker.close();
}

async function hoursOf(accountId: number) {
  const { rows } = await ctx.pool.query(
    "select kind, sum(answered)::int as answered, sum(unsolved)::int as unsolved, sum(spent_micros)::int as spent, sum(charged)::int as charged from task_hour where account_id = $1 group by kind",
    [accountId],
  );
  return rows;
}

test("an ended task is in the figures of its hour once, whoever counts how often", async () => {
  await solveOne(4_000);
  expect(await countHours(ctx)).toEqual({ more: false });
  expect(await hoursOf(customer), "a task that has just come is not counted yet").toEqual([]);
  clock.advance(3 * MINUTE_MS);
  await Promise.all([countHours(ctx), countHours(ctx)]);
  await countHours(ctx);
  expect(await hoursOf(customer)).toEqual([{ kind: 1, answered: 1, unsolved: 0, spent: 200, charged: 1 }]);
  const { rows } = await ctx.pool.query<{ step: number }>(
    "select step, answers from solve_time_hour where account_id = $1",
    [customer],
  );
  expect(rows).toMatchObject([{ answers: 1 }]);
  expect(Math.abs(stepMs(rows[0]?.step ?? 0) - 4_000)).toBeLessThan(120);
});

test("what is still open holds back the younger ones, so that nothing is left out", async () => {
  const openId = await buildTask(ctx, customer);
  clock.advance(3 * MINUTE_MS);
  await countHours(ctx);
  expect(await hoursOf(customer)).toEqual([]);
  await cancelTask(ctx, { accountId: customer, taskId: openId });
  await solveOne(1_000);
  clock.advance(3 * MINUTE_MS);
  await countHours(ctx);
  expect(await hoursOf(customer), "a cancelled task is neither solved nor unsolved").toEqual([
    { kind: 1, answered: 1, unsolved: 0, spent: 200, charged: 1 },
  ]);
});

test("an answer that a package pays for is answered, and not charged", async () => {
  customer = await buildAccount(ctx, { amountMicros: 2_000_000 });
  await buyPackage(ctx, {
    accountId: customer,
    name: "Micro",
    span: "day",
    priceMicros: 2_000_000,
    renew: false,
    clientId: randomUUID(),
  });
  await solveOne(1_000);
  clock.advance(3 * MINUTE_MS);
  await countHours(ctx);
  expect(await hoursOf(customer)).toEqual([{ kind: 1, answered: 1, unsolved: 0, spent: 0, charged: 0 }]);
});

test("a sandbox is free, so it is in no figure", async () => {
  const before = await hoursOf(EVERYBODY);
  await setCrowdSettings(ctx, customer, { sandbox: true });
  await buildTask(ctx, customer);
  const own = await WorkerSeat.openSandbox(ctx, customer);
  const { task } = await own.next("assign");
  await actOnTasks(ctx, customer, [
    { taskId: task.taskId, leaseNo: task.leaseNo, act: "answer", text: "mine", graceMs: 0 },
  ]);
  own.close();
  clock.advance(3 * MINUTE_MS);
  await countHours(ctx);
  expect(await hoursOf(customer)).toEqual([]);
  expect(await hoursOf(EVERYBODY)).toEqual(before);
});

test("the public figures are those of everybody, and are read once in ten seconds", async () => {
  clock.advance(25 * HOUR_MS);
  await solveOne(2_000);
  clock.advance(3 * MINUTE_MS);
  await countHours(ctx);
  const figures = await ctx.publicBoard.figures();
  expect(figures).toMatchObject({ answered: 1, unsolved: 0, chain: null });
  const image = figures.kinds.find(({ kind }) => kind === "image");
  expect(image).toMatchObject({ priceMicros: 200, answered: 1, unsolved: 0 });
  expect(Math.abs((image?.solveP95Ms ?? 0) - 2_000)).toBeLessThan(60);
  expect(figures.packages.map(({ name }) => name)).toEqual([
    "Micro",
    "Starter",
    "Regular",
    "Advanced",
    "Premium",
  ]);
  await ctx.pool.query("update task_hour set answered = answered + 1");
  expect(await ctx.publicBoard.figures()).toMatchObject({ answered: 1 });
  clock.advance(11_000);
  expect((await ctx.publicBoard.figures()).answered).toBeGreaterThan(1);
});

test("charts show every bar of their span, with what is counted and what is too young for it", async () => {
  clock.advance(26 * HOUR_MS);
  await solveOne(2_000);
  clock.advance(3 * MINUTE_MS);
  await countHours(ctx);
  await solveOne(8_000);
  const day = await accountCharts(ctx, { accountId: customer, span: "day" });
  expect(day).toHaveLength(24);
  const kinds = day.flatMap((bar) => bar.kinds);
  expect(kinds.reduce((sum, { answered }) => sum + answered, 0)).toBe(2);
  expect(kinds.reduce((sum, { spentMicros }) => sum + spentMicros, 0)).toBe(400);
  expect(day.at(-1)?.fromMs).toBe(Math.floor(clock.nowMs() / HOUR_MS) * HOUR_MS);
  clock.advance(25 * HOUR_MS);
  await countHours(ctx);
  expect(
    (await accountCharts(ctx, { accountId: customer, span: "day" })).flatMap((bar) => bar.kinds),
  ).toEqual([]);
  const month = await accountCharts(ctx, { accountId: customer, span: "month", kind: "image" });
  expect(month).toHaveLength(30);
  expect(month.filter(({ solveP50Ms }) => solveP50Ms !== null).length).toBeGreaterThan(0);
  expect(
    (await accountCharts(ctx, { accountId: customer, span: "month", kind: "grid" })).flatMap(
      (bar) => bar.kinds,
    ),
  ).toEqual([]);
});

test("usage has a row for each day and kind", async () => {
  await solveOne(2_000);
  const dayMs = Math.floor(clock.nowMs() / (24 * HOUR_MS)) * 24 * HOUR_MS;
  const row = { dayMs, kind: "image", answered: 1, unsolved: 0, spentMicros: 200 };
  expect(await accountUsage(ctx, { accountId: customer, span: "month" })).toEqual([row]);
  clock.advance(24 * HOUR_MS);
  await countHours(ctx);
  expect(await accountUsage(ctx, { accountId: customer, span: "year" })).toEqual([row]);
});

test("an account's figures are nobody else's", async () => {
  await solveOne(1_000);
  const other = await accountCharts(ctx, { accountId: await buildAccount(ctx), span: "week" });
  expect(other.flatMap((bar) => bar.kinds)).toEqual([]);
});

test("pages never walk through old tasks: young ones come by the account's index", async () => {
  const { rows } = await ctx.pool.query<{ "QUERY PLAN": string }>({
    text: `explain ${HOURS_STATEMENT.text.replaceAll("$1", "7").replaceAll("$2", "490000").replaceAll("$3", "1").replaceAll("$4", "0").replaceAll("$5", "null")}`,
  });
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toMatch(/task_hour_pkey|task_hour_account/);
  expect(plan).not.toMatch(/Seq Scan on task_d/);
});

test("figures that no page shows any more are forgotten", async () => {
  clock.advance(36 * 24 * HOUR_MS);
  await sweepHours(ctx);
  const left = (table: string) => ctx.pool.query(`select from ${table}`).then(({ rowCount }) => rowCount);
  expect(await left("solve_time_hour")).toBe(0);
  expect(await left("task_hour")).toBeGreaterThan(0);
  clock.advance(400 * 24 * HOUR_MS);
  await sweepHours(ctx);
  expect(await left("task_hour")).toBe(0);
});
