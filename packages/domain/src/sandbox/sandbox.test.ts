import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { reportAnswer } from "../reports/report-answer";
import { actOnTasks } from "../tasks/act-on-tasks";
import { createTask } from "../tasks/create-task";
import { getTaskResult } from "../tasks/get-task-result";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { crowdSettings } from "./crowd-settings";
import { setCrowdSettings } from "./set-crowd-settings";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let customer: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 1_000 });
  await setCrowdSettings(ctx, customer, { sandbox: true });
});
afterAll(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
  await domain.stop();
});

test("the setting is kept, and is off until it is set", async () => {
  expect(await crowdSettings(ctx, customer)).toMatchObject({ sandbox: true });
  expect(await crowdSettings(ctx, customer + 1)).toEqual({ sandbox: false, sharesGold: false });
});

test("a task in the sandbox goes to its customer's own screen, and costs nothing", async () => {
  const worker = await WorkerSeat.open(ctx, await buildAccount(ctx, { role: "worker" }));
  const taskId = await buildTask(ctx, customer);
  const own = await WorkerSeat.openSandbox(ctx, customer);
  const { task } = await own.next("assign");
  expect(task).toMatchObject({ taskId, payMicros: 0 });
  expect(worker.seen.some(({ type }) => type === "assign")).toBe(false);
  await actOnTasks(ctx, customer, [
    { taskId, leaseNo: task.leaseNo, act: "answer", text: "mine", graceMs: 0 },
  ]);
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({
    state: "answered",
    answer: "mine",
    chargedMicros: 0,
  });
  expect(await getBalance(ctx, customer)).toMatchObject({ availableMicros: 1_000, heldMicros: 0 });
  expect(await reportAnswer(ctx, { accountId: customer, taskId, verdict: "bad" })).toMatchObject({
    ok: false,
    code: "ERROR_REPORT_NOT_RECORDED",
  });
  own.close();
  worker.close();
});

test("a sandbox gets nobody else's task", async () => {
  const own = await WorkerSeat.openSandbox(ctx, customer);
  const other = await buildAccount(ctx, { amountMicros: 1_000 });
  await buildTask(ctx, other);
  await ctx.floor.dispatcher.settled();
  expect(own.seen.filter(({ type }) => type === "assign")).toEqual([]);
  own.close();
});

test("a sandbox that is full takes no more, and says so", async () => {
  await database.pool.query(
    `insert into open_task (id, account_id, kind, state, price_micros, share_micros, hold_micros, lease_ms, accepted_at,
       expires_at, only_for)
     select $1::bigint + g, $2, 1, 0, 0, 0, 0, 30000, now(), now() + interval '90 s', $2
     from generate_series(1, 100) g`,
    [ctx.ids.next() + 1_000_000, customer],
  );
  const reply = await createTask(ctx, { accountId: customer, kind: "text", params: { question: "?" } });
  expect(reply).toMatchObject({ ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" });
});
