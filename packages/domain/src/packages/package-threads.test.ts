import { randomUUID } from "node:crypto";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { turnOverPackages } from "../maintenance/turn-over-packages";
import { setMaximumRate } from "../prices/set-maximum-rate";
import { setPrice } from "../prices/set-price";
import { cancelTask } from "../tasks/cancel-task";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { createTask } from "../tasks/create-task";
import { EVENTS } from "../tasks/states";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { DatabaseProxy } from "../testing/database-proxy";
import { acceptItem, settleOne } from "../testing/lane-items";
import { TWO_OF_THREE } from "../testing/model-task";
import { buyPackage } from "./buy-package";
import { customerPackages } from "./customer-packages";
import { setPackageOptions } from "./set-package-options";

const MICRO_DAY = 2_000_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Two processes, the first behind a wire that can be cut. */
const database = useTestDatabase();
let proxy: DatabaseProxy;
let domains: Domain[];
let ctx: DomainContext;
let twin: DomainContext;
let clock: MovableClock;
let worker: number;

beforeAll(async () => {
  proxy = await DatabaseProxy.start(database.url);
  const one = await buildDomain(proxy.url);
  const other = await buildDomain(database.url);
  domains = [one.domain, other.domain];
  ({ ctx, clock } = one);
  twin = other.ctx;
  worker = await buildAccount(ctx, { role: "worker" });
});
afterEach(async () => {
  expect(await reconcile(database.pool)).toEqual([]);
});
afterAll(async () => {
  await Promise.all(domains.map((domain) => domain.stop()));
  await proxy.stop();
});

/** A customer with a Micro package: five threads, and this much besides. */
async function customerWith(amountMicros = 0): Promise<number> {
  const accountId = await buildAccount(ctx, { amountMicros: MICRO_DAY + amountMicros });
  await buyPackage(ctx, {
    accountId,
    name: "Micro",
    span: "day",
    priceMicros: MICRO_DAY,
    renew: false,
    clientId: randomUUID(),
  });
  return accountId;
}

async function answer(taskId: number): Promise<void> {
  await ctx.hotPool.query({
    ...CLAIM_STATEMENT,
    values: [[taskId], [worker], [EVENTS.assign.number], new Date(ctx.clock.nowMs())],
  });
  if (!(await settleOne(ctx, "answer_finally", { id: taskId, worker, leaseNo: 1 })))
    throw new Error("the answer was refused");
}

const runningOf = async (accountId: number): Promise<number> =>
  (await customerPackages(ctx, accountId)).threads.running;

function submit(accountId: number): ReturnType<typeof createTask> {
  const file = { bytes: Buffer.alloc(200), mediaType: "image/png", widthPx: 9, heightPx: 9 } as const;
  return createTask(ctx, { accountId, kind: "image", file, params: {} });
}

test("a task in a package costs nothing, and pays its worker from what packages bring in", async () => {
  const accountId = await customerWith();
  const before = await getBalance(ctx, worker);
  const taskId = await buildTask(ctx, accountId);
  expect(await runningOf(accountId)).toBe(1);
  await answer(taskId);
  expect(await runningOf(accountId)).toBe(0);
  expect(await getBalance(ctx, accountId)).toEqual({ availableMicros: 0, heldMicros: 0, pendingMicros: 0 });
  expect((await getBalance(ctx, worker)).pendingMicros).toBe(before.pendingMicros + 120);
  const { rows } = await ctx.pool.query("select price_micros, in_package from task where id = $1", [taskId]);
  expect(rows).toEqual([{ price_micros: 0, in_package: true }]);
});

test("each kind pays its own share of its price to workers of packages", async () => {
  const share = { changedBy: 1_000, workerShareBasisPoints: 6_000 };
  const change = async (kind: "image" | "audio", packageShareBasisPoints: number) => {
    const priceMicros = ctx.prices.of(kind).priceMicros;
    await setPrice(ctx, {
      ...share,
      kind,
      priceMicros,
      rateMinMicros: priceMicros,
      rateMaxMicros: priceMicros,
      packageShareBasisPoints,
    });
  };
  await change("image", 2_500);
  await change("audio", 9_000);
  const accountId = await customerWith();
  const sharesOf = async () => {
    const { rows } = await ctx.pool.query<{ kind: number; share: number }>(
      "select kind::int, share_micros::int as share from open_task where account_id = $1 and in_package",
      [accountId],
    );
    return Object.fromEntries(rows.map(({ kind, share }) => [taskKindOf(kind), share]));
  };
  const file = {
    bytes: Buffer.from("ID3 and sound"),
    mediaType: "audio/mpeg",
    widthPx: 0,
    heightPx: 0,
  } as const;
  const image = await buildTask(ctx, accountId);
  expect(await createTask(ctx, { accountId, kind: "audio", file, params: {} })).toMatchObject({ ok: true });
  expect(await sharesOf()).toEqual({
    image: 50,
    audio: Math.floor(ctx.prices.of("audio").priceMicros * 0.9),
  });
  const before = await getBalance(ctx, worker);
  await answer(image);
  expect((await getBalance(ctx, worker)).pendingMicros).toBe(before.pendingMicros + 50);
  await change("image", 6_000);
});

test("a full package refuses with its reason, and a thread that comes back is taken again", async () => {
  const accountId = await customerWith(1_000);
  const taskIds: number[] = [];
  for (let i = 0; i < 5; i++) taskIds.push(await buildTask(ctx, accountId));
  expect(await submit(accountId)).toMatchObject({
    ok: false,
    code: "ERROR_NO_SLOT_AVAILABLE",
    cause: "package",
  });
  expect((await getBalance(ctx, accountId)).availableMicros).toBe(1_000);
  await cancelTask(ctx, { accountId, taskId: taskIds[0] ?? 0 });
  expect(await submit(accountId)).toMatchObject({ ok: true });
});

test("with overflow what finds no thread is paid for, and refused only for want of money", async () => {
  const accountId = await customerWith(300);
  await setPackageOptions(ctx, { accountId, overflow: true });
  for (let i = 0; i < 6; i++) await buildTask(ctx, accountId);
  expect(await getBalance(ctx, accountId)).toMatchObject({ availableMicros: 100, heldMicros: 200 });
  expect(await submit(accountId)).toEqual({ ok: false, code: "ERROR_ZERO_BALANCE" });
});

test("a package takes tasks whatever the rate is; what finds no thread is refused for its rate", async () => {
  const accountId = await customerWith(10_000);
  await setPackageOptions(ctx, { accountId, overflow: true });
  await setMaximumRate(ctx, { accountId, kind: "image", maximumMicros: 1 });
  for (let i = 0; i < 5; i++) await buildTask(ctx, accountId);
  expect(await submit(accountId)).toMatchObject({ ok: false, cause: "rate" });
  expect((await getBalance(ctx, accountId)).availableMicros).toBe(10_000);
});

test("bursts in two processes at once take each thread once, and never more than there are", async () => {
  for (let round = 0; round < 10; round++) {
    const accountId = await customerWith();
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, i) => {
        const one = i % 2 === 0 ? ctx : twin;
        return one.lanes.accept.push(acceptItem(one, { accountId, priceMicros: 200, shareMicros: 120 }));
      }),
    );
    expect(outcomes.filter((outcome) => outcome === "in_package")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "package_full")).toHaveLength(19);
    expect(await runningOf(accountId)).toBe(5);
  }
});

test("two ends of one task give its thread back once", async () => {
  for (let round = 0; round < 10; round++) {
    const accountId = await customerWith();
    const [one] = await Promise.all([buildTask(ctx, accountId), buildTask(ctx, accountId)]);
    await Promise.all(
      [ctx, twin, ctx, twin].map((each) => settleOne(each, "cancel", { id: one, worker: 0, leaseNo: 0 })),
    );
    expect(await runningOf(accountId)).toBe(1);
  }
});

test("a submission whose answer was lost takes one thread, and is known to be paid for by the package", async () => {
  const accountId = await customerWith();
  const lost = proxy.loseAnswerTo("accept_tasks");
  const item = acceptItem(ctx, { accountId, priceMicros: 200, shareMicros: 120 });
  expect(await ctx.lanes.accept.push(item)).toBe("in_package");
  await lost;
  expect(await runningOf(accountId)).toBe(1);
});

test("tasks that run when their package ends are finished in it, and later ones are paid for", async () => {
  const accountId = await customerWith(200);
  const taskId = await buildTask(ctx, accountId);
  clock.advance(DAY_MS);
  await turnOverPackages.runOnce(ctx);
  expect(await submit(accountId)).toMatchObject({ ok: true });
  expect((await getBalance(ctx, accountId)).heldMicros).toBe(200);
  await settleOne(ctx, "cancel", { id: taskId, worker: 0, leaseNo: 0 });
  expect(await runningOf(accountId)).toBe(0);
});

test("a package is full when its threads were paid for as many answers as the operator allows an hour", async () => {
  const accountId = await customerWith();
  await ctx.pool.query("update money_setting set answers_per_thread_hour = 1");
  await ctx.prices.load();
  clock.advance(HOUR_MS - (clock.nowMs() % HOUR_MS));
  for (let i = 0; i < 5; i++) await answer(await buildTask(ctx, accountId));
  expect(await submit(accountId)).toMatchObject({ ok: false, cause: "package" });
  clock.advance(HOUR_MS);
  expect(await submit(accountId)).toMatchObject({ ok: true });
  await ctx.pool.query("update money_setting set answers_per_thread_hour = 720");
  await ctx.prices.load();
});

test.each([
  ["agree", ["a", "a"], 2],
  ["come to nothing", ["a", "b", "c"], 3],
])("each of several answers that %s counts as one that was paid", async (_, readings, counted) => {
  const accountId = await customerWith();
  const item = acceptItem(ctx, { accountId, priceMicros: 200, shareMicros: 120, recognition: TWO_OF_THREE });
  expect(await ctx.lanes.accept.push(item)).toBe("in_package");
  for (const [place, reading] of readings.entries()) {
    const holder = await buildAccount(ctx, { role: "worker" });
    const now = new Date(ctx.clock.nowMs());
    await ctx.hotPool.query({
      ...CLAIM_STATEMENT,
      values: [[item.id], [holder], [EVENTS.assign.number], now],
    });
    const lease = { id: item.id, worker: holder, leaseNo: place + 1, answer: reading };
    await settleOne(ctx, "answer_finally", lease);
    await ctx.weighing.push(item.id);
  }
  const { rows } = await ctx.pool.query(
    "select package_answers as paid, threads_running as running from account where id = $1",
    [accountId],
  );
  expect(rows).toEqual([{ paid: counted, running: 0 }]);
});
