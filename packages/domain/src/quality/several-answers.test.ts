import { randomUUID } from "node:crypto";
import type { RecognitionRule } from "@sightline/contract/recognition";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { expireTasks } from "../maintenance/end-what-is-due";
import { buyPackage } from "../packages/buy-package";
import { customerPackages } from "../packages/customer-packages";
import { actOnTasks } from "../tasks/act-on-tasks";
import { cancelTask } from "../tasks/cancel-task";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { type CreateTaskReply, createTask } from "../tasks/create-task";
import { getTaskResult } from "../tasks/get-task-result";
import { EVENTS, STATES } from "../tasks/states";
import { buildAccount, buildDomain } from "../testing/builders";
import { settleOne } from "../testing/lane-items";
import { weighLeftOver } from "./weigh-left-over";

const TWO_OF_THREE: RecognitionRule = { mode: "matches", answersMin: 2, answersMax: 3, matchesMin: 2 };
const SURE: RecognitionRule = { mode: "confidence", answersMin: 1, answersMax: 3, confidenceMin: 0.95 };
const PRICE = 200;
const SHARE = 120;
const MONEY = 10_000;

const database = useTestDatabase();
let domains: Domain[];
let ctx: DomainContext;
let twin: DomainContext;
let clock: MovableClock;
let workers: [number, number, number, number];

beforeAll(async () => {
  const [one, other] = [await buildDomain(database.url), await buildDomain(database.url)];
  domains = [one.domain, other.domain];
  ({ ctx, clock } = one);
  twin = other.ctx;
  const worker = () => buildAccount(ctx, { role: "worker" });
  workers = [await worker(), await worker(), await worker(), await worker()];
});
afterEach(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
});
afterAll(() => Promise.all(domains.map((domain) => domain.stop())));

function submit(accountId: number, recognition: RecognitionRule): Promise<CreateTaskReply> {
  const file = { bytes: Buffer.alloc(200), mediaType: "image/png", widthPx: 9, heightPx: 9 } as const;
  return createTask(ctx, { accountId, kind: "image", file, params: {}, recognition });
}

async function taskOf(recognition: RecognitionRule): Promise<{ customer: number; id: number }> {
  const customer = await buildAccount(ctx, { amountMicros: MONEY });
  const reply = await submit(customer, recognition);
  if (!reply.ok) throw new Error(reply.code);
  return { customer, id: reply.taskId };
}

/** The task in this worker's hands; the number of the lease. */
async function hand(id: number, worker: number): Promise<number> {
  const { rows } = await ctx.hotPool.query<{ lease_no: number }>({
    ...CLAIM_STATEMENT,
    values: [[id], [worker], [EVENTS.assign.number], new Date(ctx.clock.nowMs())],
  });
  if (!rows[0]) throw new Error("the task cannot be handed out");
  return rows[0].lease_no;
}

/** An answer that is final at once, and weighed when this returns. */
async function answer(id: number, worker: number, text: string): Promise<void> {
  const leaseNo = await hand(id, worker);
  if (!(await settleOne(ctx, "answer_finally", { id, worker, leaseNo, answer: text })))
    throw new Error("the answer was refused");
  await ctx.weighing.push(id);
}

const pendingOf = async (worker: number): Promise<number> => (await getBalance(ctx, worker)).pendingMicros;

async function stateOf(id: number): Promise<number | undefined> {
  const { rows } = await ctx.pool.query<{ state: number }>("select state from open_task where id = $1", [id]);
  return rows[0]?.state;
}

describe("100 % recognition", () => {
  test("two of three who agree answer it, and are paid; the third price is given back", async () => {
    const { customer, id } = await taskOf(TWO_OF_THREE);
    expect(await getBalance(ctx, customer)).toMatchObject({ heldMicros: 3 * PRICE });
    const before = await Promise.all(workers.map(pendingOf));
    await answer(id, workers[0], "Kx7h");
    expect(await stateOf(id)).toBe(STATES.queued);
    await answer(id, workers[1], "kx7h");
    expect(await getTaskResult(ctx, { accountId: customer, taskId: id })).toMatchObject({
      state: "answered",
      answer: "Kx7h",
      chargedMicros: 2 * PRICE,
      answersCount: 2,
      confidence: null,
    });
    expect(await getBalance(ctx, customer)).toMatchObject({
      availableMicros: MONEY - 2 * PRICE,
      heldMicros: 0,
    });
    expect(await Promise.all(workers.map(pendingOf))).toEqual(
      before.map((micros, i) => micros + (i < 2 ? SHARE : 0)),
    );
  });

  test("the result that another process reads is the same", async () => {
    const { customer, id } = await taskOf(TWO_OF_THREE);
    for (const worker of workers.slice(0, 2)) await answer(id, worker, "kx7h");
    const here = await getTaskResult(ctx, { accountId: customer, taskId: id });
    expect(await getTaskResult(twin, { accountId: customer, taskId: id })).toEqual(here);
  });

  test("too few matches are free for the customer, and the workers keep their pay", async () => {
    const { customer, id } = await taskOf(TWO_OF_THREE);
    const before = await Promise.all(workers.map(pendingOf));
    for (const [i, text] of ["aa", "bb", "cc"].entries()) await answer(id, workers[i] ?? 0, text);
    expect(await getTaskResult(ctx, { accountId: customer, taskId: id })).toMatchObject({
      state: "unsolvable",
      reason: "bad_duplicates",
    });
    expect(await getBalance(ctx, customer)).toMatchObject({ availableMicros: MONEY, heldMicros: 0 });
    expect(await Promise.all(workers.map(pendingOf))).toEqual(
      before.map((micros, i) => micros + (i < 3 ? SHARE : 0)),
    );
  });

  test("the end of its life before that makes it unsolvable, free, and pays who answered", async () => {
    const { customer, id } = await taskOf(TWO_OF_THREE);
    const before = await pendingOf(workers[0]);
    await answer(id, workers[0], "kx7h");
    clock.advance(91_000);
    await expireTasks.runOnce(ctx);
    await ctx.weighing.push(id);
    expect(await getTaskResult(ctx, { accountId: customer, taskId: id })).toMatchObject({
      state: "unsolvable",
      reason: "nobody_in_time",
    });
    expect(await getBalance(ctx, customer)).toMatchObject({ availableMicros: MONEY, heldMicros: 0 });
    expect(await pendingOf(workers[0])).toBe(before + SHARE);
  });

  test("a balance below the ceiling is a zero balance, and nothing moves", async () => {
    const customer = await buildAccount(ctx, { amountMicros: 3 * PRICE - 1 });
    expect(await submit(customer, TWO_OF_THREE)).toEqual({ ok: false, code: "ERROR_ZERO_BALANCE" });
    expect(await getBalance(ctx, customer)).toMatchObject({ availableMicros: 3 * PRICE - 1, heldMicros: 0 });
  });
});

describe("confidence mode", () => {
  test("asks once more after one answer and tells how sure two are", async () => {
    const { customer, id } = await taskOf(SURE);
    await answer(id, workers[0], "kx7h");
    expect(await stateOf(id)).toBe(STATES.queued);
    await answer(id, workers[1], "kx7h");
    const result = await getTaskResult(ctx, { accountId: customer, taskId: id });
    expect(result).toMatchObject({ state: "answered", answer: "kx7h", chargedMicros: 2 * PRICE });
    expect(result.state === "answered" && result.confidence).toBeGreaterThan(0.95);
  });

  test("at its ceiling delivers the best reading with its true confidence", async () => {
    const { customer, id } = await taskOf(SURE);
    for (const [i, text] of ["aa", "bb", "cc"].entries()) await answer(id, workers[i] ?? 0, text);
    const result = await getTaskResult(ctx, { accountId: customer, taskId: id });
    expect(result).toMatchObject({ state: "answered", chargedMicros: 3 * PRICE, answersCount: 3 });
    expect(result.state === "answered" && result.confidence).toBeLessThan(0.6);
  });

  test("at the end of its life delivers what there is, charged for what was used", async () => {
    const { customer, id } = await taskOf(SURE);
    await answer(id, workers[0], "kx7h");
    clock.advance(91_000);
    await expireTasks.runOnce(ctx);
    await ctx.weighing.push(id);
    expect(await getTaskResult(ctx, { accountId: customer, taskId: id })).toMatchObject({
      state: "answered",
      answer: "kx7h",
      chargedMicros: PRICE,
    });
  });

  test("an answer that comes too late for another one is the last", async () => {
    const { customer, id } = await taskOf(SURE);
    const leaseNo = await hand(id, workers[0]);
    clock.advance(31_000);
    await ctx.pool.query("update open_task set expires_at = $2 where id = $1", [
      id,
      new Date(ctx.clock.nowMs() + 9_000),
    ]);
    await settleOne(ctx, "answer_finally", { id, worker: workers[0], leaseNo, answer: "kx7h" });
    await ctx.weighing.push(id);
    expect(await getTaskResult(ctx, { accountId: customer, taskId: id })).toMatchObject({
      state: "answered",
    });
  });
});

test("a task that nobody answered ends free and pays nobody", async () => {
  const { customer, id } = await taskOf(SURE);
  expect(await cancelTask(ctx, { accountId: customer, taskId: id })).toBeTruthy();
  expect(await getBalance(ctx, customer)).toMatchObject({ availableMicros: MONEY, heldMicros: 0 });
});

test("a task that is cancelled after an answer is free, and the platform pays the worker", async () => {
  const { customer, id } = await taskOf(SURE);
  const before = await pendingOf(workers[0]);
  await answer(id, workers[0], "kx7h");
  await cancelTask(ctx, { accountId: customer, taskId: id });
  await ctx.weighing.push(id);
  expect(await getTaskResult(ctx, { accountId: customer, taskId: id })).toMatchObject({
    reason: "cancelled",
  });
  expect(await getBalance(ctx, customer)).toMatchObject({ availableMicros: MONEY });
  expect(await pendingOf(workers[0])).toBe(before + SHARE);
});

test("content reported after an answer ends it, and pays both workers", async () => {
  const { customer, id } = await taskOf(SURE);
  const before = await Promise.all(workers.map(pendingOf));
  await answer(id, workers[0], "kx7h");
  const leaseNo = await hand(id, workers[1]);
  await settleOne(ctx, "report_content", { id, worker: workers[1], leaseNo });
  await ctx.weighing.push(id);
  expect(await getTaskResult(ctx, { accountId: customer, taskId: id })).toMatchObject({
    reason: "content_reported",
  });
  expect(await Promise.all(workers.map(pendingOf))).toEqual(
    before.map((micros, i) => micros + (i < 2 ? SHARE : 0)),
  );
});

test("an answer counts only when it can be taken back no more", async () => {
  const { id } = await taskOf(TWO_OF_THREE);
  const leaseNo = await hand(id, workers[0]);
  const holder = { id, worker: workers[0], leaseNo };
  await settleOne(ctx, "answer", { ...holder, answer: "wrong" });
  expect(await stateOf(id)).toBe(STATES.given);
  await settleOne(ctx, "take_back", holder);
  await settleOne(ctx, "answer_finally", { ...holder, answer: "kx7h" });
  await ctx.weighing.push(id);
  const { rows } = await ctx.pool.query("select answer from task_answer where task_id = $1", [id]);
  expect(rows).toEqual([{ answer: "kx7h" }]);
});

test("who has answered does not get it again, and sending the same answer again is done", async () => {
  const { id } = await taskOf(TWO_OF_THREE);
  await answer(id, workers[0], "kx7h");
  const { rows } = await ctx.pool.query("select tried_by from open_task where id = $1", [id]);
  expect(rows).toEqual([{ tried_by: [workers[0]] }]);
  const { results } = await actOnTasks(ctx, workers[0], [
    { taskId: id, leaseNo: 1, act: "answer", text: "kx7h", graceMs: 0 },
  ]);
  expect(results[0]?.outcome).toBe("done");
});

test("what is in doubt goes back to the queue with the task", async () => {
  const { id } = await taskOf(SURE);
  const doubt = async () => {
    const { rows } = await ctx.pool.query<{ doubt: number[] | null }>(
      "select doubt from open_task where id = $1",
      [id],
    );
    return rows[0]?.doubt ?? null;
  };
  expect(await doubt()).toBeNull();
  await answer(id, workers[0], "kx7h");
  const [only = 0] = (await doubt()) ?? [];
  expect(only).toBeGreaterThan(0.5);
  expect(only).toBeLessThan(0.95);
  await answer(id, workers[1], "mmmm");
  const both = (await doubt()) ?? [];
  expect(both).toHaveLength(2);
  expect(both[0]).toBeLessThan(only);
});

test("two processes that weigh the same answers decide once", async () => {
  const { customer, id } = await taskOf(TWO_OF_THREE);
  await answer(id, workers[0], "kx7h");
  const leaseNo = await hand(id, workers[1]);
  await settleOne(ctx, "answer_finally", { id, worker: workers[1], leaseNo, answer: "kx7h" });
  await Promise.all([ctx.weighing.push(id), twin.weighing.push(id)]);
  expect(await getBalance(ctx, customer)).toMatchObject({
    availableMicros: MONEY - 2 * PRICE,
    heldMicros: 0,
  });
});

test("a task that a crash left weighed is weighed by the service", async () => {
  const { customer, id } = await taskOf(TWO_OF_THREE);
  await answer(id, workers[0], "kx7h");
  await ctx.pool.query("update open_task set state = 6 where id = $1", [id]);
  expect(await weighLeftOver.runOnce(ctx)).toBe(1);
  expect(await stateOf(id)).toBe(STATES.queued);
  expect(await getTaskResult(ctx, { accountId: customer, taskId: id })).toEqual({ state: "open" });
});

test("in a package the workers are paid from what packages bring in, and the thread comes back", async () => {
  const price = 2_000_000;
  const customer = await buildAccount(ctx, { amountMicros: price });
  await buyPackage(ctx, {
    accountId: customer,
    name: "Micro",
    span: "day",
    priceMicros: price,
    renew: false,
    clientId: randomUUID(),
  });
  const reply = await submit(customer, TWO_OF_THREE);
  if (!reply.ok) throw new Error(reply.code);
  const before = await pendingOf(workers[0]);
  for (const worker of workers.slice(0, 2)) await answer(reply.taskId, worker, "kx7h");
  expect(await getTaskResult(ctx, { accountId: customer, taskId: reply.taskId })).toMatchObject({
    state: "answered",
    chargedMicros: 0,
  });
  expect(await pendingOf(workers[0])).toBe(before + SHARE);
  expect((await customerPackages(ctx, customer)).threads.running).toBe(0);
});
