import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { findBadTargets } from "../sites/find-bad-targets";
import { actOnTasks } from "../tasks/act-on-tasks";
import { createTask } from "../tasks/create-task";
import { getTaskResult } from "../tasks/get-task-result";
import { buildAccount, buildDomain } from "../testing/builders";
import { issueTicket } from "./issue-ticket";
import { redeemTicket } from "./redeem-ticket";
import { sweepTickets } from "./sweep-tickets";

const database = useTestDatabase();
const appOrigin = "https://app.example";
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let customer: number;
let worker: number;
let taskId: number;
const leaseNo = 1;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 10_000_000 });
});
afterAll(() => domain.stop());
beforeEach(async () => {
  worker = await buildAccount(ctx, { role: "worker" });
  taskId = await held("recaptcha_v2");
});

/** A challenge in the worker's hands. */
async function held(kind: TaskKind): Promise<number> {
  const reply = await createTask(ctx, {
    accountId: customer,
    kind,
    params: { challenge: { pageUrl: "https://demo.test/", siteKey: "k".repeat(40) } },
  });
  if (!reply.ok) throw new Error(reply.code);
  await ctx.pool.query(
    "update open_task set state = 2, worker_id = $2, lease_no = $3, lease_until = $4 where id = $1",
    [reply.taskId, worker, leaseNo, new Date(clock.nowMs() + TASK_KINDS[kind].leaseMs)],
  );
  return reply.taskId;
}

const issue = () => issueTicket(ctx, { workerId: worker, taskId, leaseNo, appOrigin });

test("a ticket opens the challenge that its worker holds, for the page that asked", async () => {
  const { ticket, nonce } = await issue();
  expect(await redeemTicket(ctx, ticket)).toEqual({
    ok: true,
    workerId: worker,
    nonce,
    appOrigin,
    task: { kind: "recaptcha_v2", challenge: { pageUrl: "https://demo.test/", siteKey: "k".repeat(40) } },
  });
});

test("a ticket opens one page, also when two ask at once", async () => {
  const { ticket } = await issue();
  const both = await Promise.all([redeemTicket(ctx, ticket), redeemTicket(ctx, ticket)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await redeemTicket(ctx, ticket)).toEqual({ ok: false, why: "used" });
});

test("a ticket that was never issued is unknown", async () => {
  expect(await redeemTicket(ctx, "x".repeat(32))).toEqual({ ok: false, why: "unknown" });
});

test("another worker gets no ticket for it, and nobody for a lease that is not theirs", async () => {
  const other = await buildAccount(ctx, { role: "worker" });
  const lease = { workerId: other, taskId, leaseNo, appOrigin };
  await expect(issueTicket(ctx, lease)).rejects.toMatchObject({ code: "not_found" });
  await expect(issueTicket(ctx, { ...lease, workerId: worker, leaseNo: 2 })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a picture has no ticket", async () => {
  await ctx.pool.query("update open_task set kind = 1 where id = $1", [taskId]);
  await expect(issue()).rejects.toMatchObject({ code: "not_found" });
});

test("a ticket is over when the lease has gone to somebody else, and when a minute has passed", async () => {
  const { ticket } = await issue();
  await ctx.pool.query("update open_task set lease_no = 2 where id = $1", [taskId]);
  expect(await redeemTicket(ctx, ticket)).toEqual({ ok: false, why: "over" });
  await ctx.pool.query("update open_task set lease_no = 1 where id = $1", [taskId]);
  const late = await issue();
  clock.advance(60_000);
  expect(await redeemTicket(ctx, late.ticket)).toEqual({ ok: false, why: "over" });
});

test("a worker who opens challenges without end is slowed down", async () => {
  for (let i = 0; i < 30; i++) await issue();
  await expect(issue()).rejects.toMatchObject({ code: "busy" });
  clock.advance(61_000);
  await ctx.pool.query("update open_task set lease_until = $2 where id = $1", [
    taskId,
    new Date(clock.nowMs() + 1_000),
  ]);
  await expect(issue()).resolves.toBeDefined();
});

test("the table keeps no ticket that opens anything", async () => {
  const { ticket } = await issue();
  const { rows } = await ctx.pool.query("select * from challenge_ticket");
  expect(JSON.stringify(rows)).not.toContain(ticket);
});

test("old tickets are forgotten", async () => {
  clock.advance(3_600_001);
  expect(await sweepTickets.runOnce(ctx)).toBeGreaterThan(0);
});

test.each([
  ["key_refused", "key_refused"],
  ["domain_refused", "domain_refused"],
  ["value_expired", "value_expired"],
] as const)("%s ends the task for everybody, charges nothing and pays nothing", async (act, reason) => {
  const before = await ctx.pool.query("select available_micros, held_micros from account where id = $1", [
    customer,
  ]);
  taskId = await held("hcaptcha");
  const { results } = await actOnTasks(ctx, worker, [{ act, taskId, leaseNo }]);
  expect(results[0]?.outcome).toBe("done");
  expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject({
    state: "unsolvable",
    reason,
  });
  const after = await ctx.pool.query("select available_micros, held_micros from account where id = $1", [
    customer,
  ]);
  expect(after.rows).toEqual(before.rows);
  const paid = await ctx.pool.query("select pending_micros from account where id = $1", [worker]);
  expect(paid.rows[0]).toEqual({ pending_micros: 0 });
});

test("a widget that does not load is another worker's, and the third who says so ends the task uncharged", async () => {
  taskId = await held("hcaptcha");
  const before = await ctx.pool.query("select available_micros from account where id = $1", [customer]);
  for (const vote of [1, 2, 3]) {
    worker = await buildAccount(ctx, { role: "worker" });
    await ctx.pool.query("update open_task set state = 2, worker_id = $2, lease_until = $3 where id = $1", [
      taskId,
      worker,
      new Date(clock.nowMs() + 30_000),
    ]);
    const acts = [{ act: "widget_failed" as const, taskId, leaseNo }];
    expect((await actOnTasks(ctx, worker, acts)).results[0]?.outcome).toBe("done");
    expect((await actOnTasks(ctx, worker, acts)).results[0]?.outcome).toBe("done");
    expect(await getTaskResult(ctx, { accountId: customer, taskId })).toMatchObject(
      vote < 3 ? { state: "open" } : { state: "unsolvable", reason: "widget_failed" },
    );
  }
  const after = await ctx.pool.query("select available_micros, held_micros from account where id = $1", [
    customer,
  ]);
  expect(after.rows[0]).toMatchObject({
    available_micros: before.rows[0]?.available_micros + ctx.prices.of("hcaptcha").priceMicros,
  });
});

test.each(["key_refused", "domain_refused"] as const)("after %s the pair is remembered", async (act) => {
  await actOnTasks(ctx, worker, [{ act, taskId, leaseNo }]);
  const pair = { what: "pair" as const, siteKey: "k".repeat(40), pageUrl: "https://demo.test/" };
  expect((await findBadTargets(ctx, customer, [pair])).has("pair")).toBe(true);
  await ctx.pool.query("delete from bad_target");
});

test("a picture cannot be ended by an act that is for challenges", async () => {
  await ctx.pool.query("update open_task set kind = 1 where id = $1", [taskId]);
  for (const act of ["key_refused", "domain_refused", "value_expired", "widget_failed"] as const) {
    const { results } = await actOnTasks(ctx, worker, [{ act, taskId, leaseNo }]);
    expect(results[0]?.outcome).not.toBe("done");
  }
});
