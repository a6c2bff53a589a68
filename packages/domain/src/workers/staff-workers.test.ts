import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { myStanding } from "../standing/appeal";
import { liftByHand } from "../standing/lift-by-hand";
import { suspendAccount } from "../standing/suspend-account";
import { buildAuthentication, buildPerson } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { enrolWorkers } from "./enrol-workers";
import { liftKindByHand } from "./lift-kind-by-hand";
import { listWorkers } from "./list-workers";
import { suspendKind } from "./suspend-kind";
import { viewWorker } from "./view-worker";
import { workerScore } from "./worker-score";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
const ids: number[] = [];
let customer: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  const auth = buildAuthentication(ctx);
  for (const role of ["worker", "worker", "customer"] as const)
    ids.push((await buildPerson(ctx, auth, role)).accountId);
  customer = ids.pop() ?? 0;
  await enrolWorkers(ctx.pool, ids, ctx.clock.nowMs());
});
afterAll(() => domain.stop());

test("the list has workers only, newest first, a page at a time", async () => {
  const first = await listWorkers(ctx, { limit: 1 });
  expect(first).toMatchObject({
    rows: [{ accountId: ids[1], signals: [], accuracy: 0.75 }],
    nextBefore: ids[1],
  });
  const second = await listWorkers(ctx, { limit: 1, before: first.nextBefore ?? 0 });
  expect(second).toMatchObject({ rows: [{ accountId: ids[0] }], nextBefore: null });
  expect((await listWorkers(ctx, { limit: 5, search: String(ids[0]) })).rows).toHaveLength(1);
  expect((await listWorkers(ctx, { limit: 5, search: "nobody-has-this" })).rows).toEqual([]);
});

test("signals come with their evidence: speed, links, and one customer's reports", async () => {
  const [one = 0, two = 0] = ids;
  const now = new Date(ctx.clock.nowMs());
  await ctx.pool.query(`insert into worker_pace values ($1, 1, $2, '{20,10,0,30,0,0,0,0}', 0, 0, 0, 0)`, [
    one,
    now,
  ]);
  await ctx.pool.query("insert into account_link values ($1, $2, '{1,2}', $3)", [
    one,
    two,
    new Date(ctx.clock.nowMs() + 1_000_000),
  ]);
  await ctx.pool.query(
    `insert into report (task_id, account_id, worker_id, kind, verdict, state, reported_at)
     select g, $1, $2, 1, 1, 0, $3 from generate_series(1, 6) g`,
    [customer, one, now],
  );
  const worker = await viewWorker(ctx, one);
  expect(worker.evidence).toEqual([
    { signal: "too_fast", fast: 30, answered: 60 },
    { signal: "same_machine", accounts: 1 },
    { signal: "one_customer", customerEmail: expect.any(String), good: 6, refunded: 0, ofGood: 6 },
  ]);
  expect(worker.linked).toMatchObject([{ accountId: two, role: "worker", by: ["address", "browser"] }]);
  expect((await listWorkers(ctx, { limit: 5 })).rows.at(-1)?.signals).toEqual(["too_fast", "same_machine"]);
});

test("a kind that is suspended shows, and staff lift it with a reason in the audit log", async () => {
  const workerId = ids[1] ?? 0;
  const wanted = { workerId, kind: "grid", reason: "Looked into." } as const;
  await suspendKind(ctx, { ...wanted, suspendedBy: customer });
  expect((await viewWorker(ctx, workerId)).suspendedKinds).toBe(1);
  await liftKindByHand(ctx, { ...wanted, liftedBy: customer });
  await expect(liftKindByHand(ctx, { ...wanted, liftedBy: customer })).rejects.toThrow("not suspended");
  const { rows } = await ctx.pool.query("select act, reason from staff_act where subject = $1 order by id", [
    `worker:${workerId}/grid`,
  ]);
  expect(rows.map(({ act }) => act)).toEqual(["suspend_kind", "lift_kind_suspension"]);
});

test("an account that is no worker's looks like none", async () => {
  await expect(viewWorker(ctx, customer)).rejects.toThrow("no such worker");
});

test("a script shows by the even pace of one kind and by the hours of one day", async () => {
  const [one = 0, two = 0] = ids;
  const now = new Date(ctx.clock.nowMs());
  const insert = `insert into worker_pace (worker_id, kind, day, steps, passed, unreadable, reported, leases_ended,
      timed, timed_ms, timed_squares, hours) values ($1, $2, $3::date - $4::int, '{0,0,0,60,0,0,0,0}', 0, 0, 0, 0,
      $5, $6, $7, $8)`;
  // Sixty of 3 s each, give or take 100 ms; the widget decides how long a challenge takes.
  const even = [60, 180_000, 60 * (3_000 ** 2 + 100 ** 2)];
  await ctx.pool.query(insert, [two, 2, now, 0, ...even, 0b1111]);
  await ctx.pool.query(insert, [two, 3, now, 0, 60, 180_000, 60 * (3_000 ** 2 + 1_500 ** 2), 2 ** 22 - 16]);
  await ctx.pool.query(insert, [two, 4, now, 1, 49, 49 * 3_000, 49 * 3_000 ** 2, 0b1]);
  await ctx.pool.query(insert, [one, 10, now, 0, ...even, 2 ** 19 - 1]);
  expect((await viewWorker(ctx, two)).evidence).toMatchObject([
    { signal: "even_pace", spreadPercent: 3, answered: 60 },
    { signal: "no_rest", hours: 22 },
  ]);
  expect((await listWorkers(ctx, { limit: 1, search: String(two) })).rows[0]?.signals).toEqual([
    "even_pace",
    "no_rest",
  ]);
  expect((await viewWorker(ctx, one)).signals).not.toContain("even_pace");
  expect((await viewWorker(ctx, one)).signals).not.toContain("no_rest");
});

test("a suspension shows the worker the evidence that staff named, as it was then, and not who the customer is", async () => {
  const [one = 0] = ids;
  const suspendedBy = customer;
  const evidence = ["one_customer", "same_machine", "passes"] as const;
  const wanted = { workerId: one, kind: "image", reason: "Looked into." } as const;
  await suspendKind(ctx, { ...wanted, suspendedBy, evidence: [...evidence] });
  await ctx.pool.query("delete from account_link where worker_id = $1", [one]);
  const shown = [
    { signal: "same_machine", accounts: 1 },
    { signal: "one_customer", good: 6, refunded: 0, ofGood: 6 },
  ];
  const { kinds } = await workerScore(ctx, one);
  expect(kinds.find(({ kind }) => kind === "image")).toMatchObject({ suspendedEvidence: shown });
  await liftKindByHand(ctx, { ...wanted, liftedBy: suspendedBy });
  expect(
    (await workerScore(ctx, one)).kinds.every(({ suspendedEvidence }) => suspendedEvidence.length === 0),
  ).toBe(true);

  const account = { accountId: one, reason: "Looked into.", untilMs: null, suspendedBy };
  await suspendAccount(ctx, { ...account, evidence: ["one_customer"] });
  expect((await myStanding(ctx, one)).suspension?.evidence).toEqual(shown.slice(1));
  await liftByHand(ctx, { accountId: one, reason: "Looked again.", liftedBy: suspendedBy });
  expect((await myStanding(ctx, one)).suspension).toBeNull();
});
