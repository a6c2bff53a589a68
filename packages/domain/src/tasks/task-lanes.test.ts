import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { cancelUnheard } from "../maintenance/cancel-unheard";
import { correctSeats } from "../maintenance/keep-floor";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { DatabaseProxy } from "../testing/database-proxy";
import { acceptItem } from "../testing/lane-items";
import { WorkerSeat } from "../testing/worker-seat";
import type { AcceptItem } from "./accept-batch";
import { actOnTasks } from "./act-on-tasks";
import { createTask } from "./create-task";
import { getTaskResult } from "./get-task-result";
import type { SettleItem } from "./task-lanes";

/** Longer than any caller may wait while the database is away. */
const PATIENCE_MS = 5_000;

const database = useTestDatabase();
let proxy: DatabaseProxy;
let domain: Domain;
let ctx: DomainContext;
let customer: number;

beforeAll(async () => {
  proxy = await DatabaseProxy.start(database.url);
  ({ domain, ctx } = await buildDomain(proxy.url));
  customer = await buildAccount(ctx, { amountMicros: 1_000_000 });
});
afterEach(async () => {
  expect(await reconcile(database.pool)).toEqual([]);
});
afterAll(async () => {
  await domain.stop();
  await proxy.stop();
});

function itemWith(overrides: Partial<AcceptItem> = {}): AcceptItem {
  return { ...acceptItem(ctx, { accountId: customer, priceMicros: 200, shareMicros: 120 }), ...overrides };
}

async function assignedTo(workerId: number): Promise<SettleItem> {
  const taskId = await buildTask(ctx, customer);
  await database.pool.query(
    "update open_task set state = 2, worker_id = $2, lease_no = 1, lease_until = expires_at where id = $1",
    [taskId, workerId],
  );
  return { taskId, workerId, leaseNo: 1, event: "answer_finally", answer: "read" };
}

const statuses = async (work: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(work)).map(({ status }) => status);

test("a task whose row the database refuses fails alone, and costs nothing", async () => {
  const before = await getBalance(ctx, customer);
  const items = [itemWith(), itemWith({ paramsJson: "{" }), itemWith({ widthPx: 70_000 }), itemWith()];
  expect(await statuses(items.map((item) => ctx.lanes.accept.push(item)))).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
    "fulfilled",
  ]);
  expect((await getBalance(ctx, customer)).heldMicros).toBe(before.heldMicros + 400);
});

test("an event whose answer the database refuses fails alone, with the other events of its group", async () => {
  const worker = await buildAccount(ctx, { role: "worker" });
  const [one, poison, mate, two] = await Promise.all([1, 2, 3, 4].map(() => assignedTo(worker)));
  if (!one || !poison || !mate || !two) throw new Error("four tasks were asked for");
  const groups = [[one], [{ ...poison, answer: "nul \0 byte" }, mate], [two]];
  expect(await statuses(groups.map((group) => ctx.lanes.settle.push(group)))).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(await getTaskResult(ctx, { accountId: customer, taskId: mate.taskId })).toEqual({ state: "open" });
  expect((await getBalance(ctx, worker)).pendingMicros).toBe(240);
});

test("a read of what is no id fails alone", async () => {
  const taskId = await buildTask(ctx, customer);
  expect(await statuses([taskId, 1.5, taskId].map((id) => ctx.lanes.read.push(id)))).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
});

test("a cheap task is not refused because a dear one of the same customer stood before it", async () => {
  const poor = await buildAccount(ctx, { amountMicros: 250 });
  const prices = [200, 100, 50, 40];
  const accepted = await Promise.all(
    prices.map((priceMicros) =>
      ctx.lanes.accept.push(
        itemWith({ accountId: poor, priceMicros, holdMicros: priceMicros, shareMicros: 0 }),
      ),
    ),
  );
  expect(accepted).toEqual(["accepted", "zero_balance", "accepted", "zero_balance"]);
  expect(await getBalance(ctx, poor)).toMatchObject({ availableMicros: 0, heldMicros: 250 });
});

test("two events of one task in one batch take effect in their order", async () => {
  const worker = await buildAccount(ctx, { role: "worker" });
  const item = await assignedTo(worker);
  const [aside, started, answered, again] = await Promise.all([
    ctx.lanes.settle.push([{ ...item, event: "set_aside" }]),
    ctx.lanes.settle.push([{ ...item, event: "start" }]),
    ctx.lanes.settle.push([item]),
    ctx.lanes.settle.push([item]),
  ]);
  expect([aside?.[0]?.stateNumber, started?.[0]?.stateNumber, answered?.[0]?.stateNumber]).toEqual([1, 2, 4]);
  expect(again).toEqual([null]);
});

test("a round that is committed is not run again when a later round of its batch fails", async () => {
  const worker = await buildAccount(ctx, { role: "worker" });
  const item = await assignedTo(worker);
  const results = await Promise.allSettled([
    ctx.lanes.settle.push([{ ...item, event: "set_aside" }]),
    ctx.lanes.settle.push([{ ...item, answer: "nul \0 byte" }]),
  ]);
  expect(results).toMatchObject([
    { value: [{ event: "set_aside", stateNumber: 1 }] },
    { status: "rejected" },
  ]);
});

test("a submission whose answer was lost is accepted once and its id is told", async () => {
  const before = await getBalance(ctx, customer);
  const lost = proxy.loseAnswerTo("accept_tasks");
  const taskId = await buildTask(ctx, customer);
  await lost;
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toEqual({ state: "open" });
  expect((await getBalance(ctx, customer)).heldMicros).toBe(before.heldMicros + 200);
});

test("a submission that still runs when its connection breaks is accepted once", async () => {
  const before = await getBalance(ctx, customer);
  const blocker = await database.pool.connect();
  await blocker.query("begin");
  await blocker.query("select from account where id = $1 for update", [customer]);
  const cut = proxy.cutAfterSending("accept_tasks");
  const task = buildTask(ctx, customer);
  await cut;
  await untilWaiting(2);
  await blocker.query("commit");
  blocker.release();
  const taskId = await task;
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toEqual({ state: "open" });
  expect((await getBalance(ctx, customer)).heldMicros).toBe(before.heldMicros + 200);
});

/** Waits until so many statements wait for a lock: the one that was cut off and the one that was sent again. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
  }
}

test("an answer whose confirmation was lost counts once and is reported as done", async () => {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  await buildTask(ctx, customer);
  const { taskId, leaseNo } = (await worker.next("assign")).task;
  const waiting = getTaskResult(ctx, { accountId: customer, taskId, waitMs: 10_000 });
  const lost = proxy.loseAnswerTo("settle_tasks");
  const reply = await actOnTasks(ctx, workerId, [
    { taskId, leaseNo, act: "answer", text: "heard", graceMs: 0 },
  ]);
  await lost;
  expect(reply.results).toEqual([{ taskId, leaseNo, outcome: "done" }]);
  expect(await waiting).toMatchObject({ state: "answered", answer: "heard" });
  expect((await getBalance(ctx, workerId)).pendingMicros).toBe(120);
  await correctSeats.runOnce(ctx);
  expect(worker.seat.current?.taskId).not.toBe(taskId);
  worker.close();
});

test("a result whose answer was lost is read again", async () => {
  const taskId = await buildTask(ctx, customer);
  ctx.memory.forgetOpen(taskId);
  const lost = proxy.loseAnswerTo("read_results");
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toEqual({ state: "open" });
  await lost;
});

test("connections that are terminated cost a caller nothing but a moment", async () => {
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('sightline', 'sightline-hot') and datname = current_database()",
  );
  expect(await buildTask(ctx, customer)).toBeGreaterThan(0);
});

test("while the database is unreachable submissions get no slot and results are open, soon", async () => {
  const taskId = await buildTask(ctx, customer);
  ctx.memory.forgetOpen(taskId);
  proxy.refuse(true);
  const startedMs = performance.now();
  const [reply, result] = await Promise.all([submit(), getTaskResult(ctx, { accountId: customer, taskId })]);
  expect(performance.now() - startedMs).toBeLessThan(PATIENCE_MS);
  expect(reply).toEqual({ ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" });
  expect(result).toEqual({ state: "open" });
  proxy.refuse(false);
});

test("a task that a frozen database accepted too late is cancelled: nobody has its id", async () => {
  await untilConnected();
  await buildTask(ctx, customer);
  const before = await getBalance(ctx, customer);
  proxy.freeze();
  const startedMs = performance.now();
  const [first, second] = await Promise.all([submit(), submit()]);
  expect(performance.now() - startedMs).toBeLessThan(PATIENCE_MS);
  expect([first, second]).toEqual([
    { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" },
    { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" },
  ]);
  proxy.thaw();
  await untilHeld(before.heldMicros + 400);
  expect(await cancelUnheard.runOnce(ctx)).toBe(2);
  expect(await getBalance(ctx, customer)).toEqual(before);
});

function submit(): ReturnType<typeof createTask> {
  return createTask(ctx, {
    accountId: customer,
    kind: "image",
    file: { bytes: Buffer.alloc(100, 7), mediaType: "image/png", widthPx: 10, heightPx: 10 },
    params: {},
  });
}

async function untilConnected(): Promise<void> {
  while (!ctx.hints.connected) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function untilHeld(micros: number): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ held: number }>(
      "select held_micros as held from account where id = $1",
      [customer],
    );
    if (rows[0]?.held === micros) return;
  }
}
