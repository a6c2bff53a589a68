import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { makePartitions } from "../maintenance/make-partitions";
import { buildAccount, buildDomain } from "../testing/builders";
import { listRequests } from "./list-requests";
import { setRequestRetention } from "./set-request-retention";
import { SWEEP_STATEMENT, sweepRequests } from "./sweep-requests";
import { writeRequests } from "./write-requests";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let accountId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
beforeEach(async () => {
  accountId = await buildAccount(ctx);
});
afterAll(() => domain.stop());

async function later(ms: number): Promise<void> {
  clock.advance(ms);
  await makePartitions.runOnce(ctx);
}

/** Each call is a row of its own. */
async function called(times = 1, by = accountId): Promise<void> {
  for (let n = 0; n < times; n++) {
    ctx.requestLog.note({
      accountId: by,
      atMs: clock.nowMs(),
      verb: "GET",
      address: "/res.php",
      what: "getbalance",
      code: "OK",
      taskId: null,
      keyId: 1,
      from: "192.0.2.1",
      tookMs: 1,
      headers: {},
      sent: {},
      answered: "1",
    });
    await writeRequests(ctx);
  }
}

const seen = async (by = accountId) => (await listRequests(ctx, { accountId: by })).calls.length;
async function stored(by = accountId): Promise<number> {
  const { rows } = await ctx.pool.query<{ count: number }>(
    "select count(*)::int as count from request_log where account_id = $1",
    [by],
  );
  return rows[0]?.count ?? 0;
}

test("who has chosen nothing keeps calls as long as the operator does", async () => {
  await called();
  expect(await listRequests(ctx, { accountId })).toMatchObject({ keptDays: 7 });
  await later(6 * DAY_MS);
  await sweepRequests(ctx);
  expect([await seen(), await stored()]).toEqual([1, 1]);
  await later(DAY_MS + 1_000);
  expect(await seen()).toBe(0);
});

test("a shorter time hides older calls at once and deletes them, and nobody else's", async () => {
  const other = await buildAccount(ctx);
  await called(2);
  await called(1, other);
  await later(2 * DAY_MS + 1_000);
  await called();
  expect(await setRequestRetention(ctx, accountId, 2)).toEqual({ days: 2, daysMax: 7 });
  expect([await seen(), await stored()]).toEqual([1, 3]);
  expect(await listRequests(ctx, { accountId })).toMatchObject({ keptDays: 2 });
  await later(HOUR_MS + 1);
  expect(await sweepRequests(ctx)).toBe(2);
  expect([await seen(), await stored(), await seen(other)]).toEqual([1, 1, 1]);
});

test("a longer time brings nothing back and holds for what comes", async () => {
  await called();
  await setRequestRetention(ctx, accountId, 1);
  await later(DAY_MS + 2 * HOUR_MS);
  await sweepRequests(ctx);
  await called();
  await setRequestRetention(ctx, accountId, 3);
  await later(2 * DAY_MS);
  await sweepRequests(ctx);
  expect([await seen(), await stored()]).toEqual([1, 1]);
  await later(DAY_MS + 2 * HOUR_MS);
  await sweepRequests(ctx);
  expect(await stored()).toBe(0);
});

test("a longer time than the operator's is refused, and nothing is changed", async () => {
  await expect(setRequestRetention(ctx, accountId, 8)).rejects.toMatchObject({ code: "conflict" });
  expect(await listRequests(ctx, { accountId })).toMatchObject({ keptDays: 7 });
});

test("more than one look takes is deleted by some, by two processes at once too", async () => {
  const accounts = [accountId];
  while (accounts.length < 12) accounts.push(await buildAccount(ctx));
  await called(120);
  for (const each of accounts) {
    await called(1, each);
    await setRequestRetention(ctx, each, 1);
  }
  await later(DAY_MS + HOUR_MS + 1);
  let looks = 0;
  while ((await Promise.all([sweepRequests(ctx), sweepRequests(ctx)])).some((count) => count > 0)) looks++;
  expect(looks).toBeGreaterThan(1);
  expect(looks).toBeLessThan(10);
  for (const each of accounts) expect(await stored(each)).toBe(0);
});

test("the sweep goes by the log's key, in no partition from before what it has gone through", async () => {
  await setRequestRetention(ctx, accountId, 1);
  await called(20);
  await later(2 * DAY_MS);
  await called(20);
  while ((await sweepRequests(ctx)) > 0);
  await later(DAY_MS + 2 * HOUR_MS);
  const client = await ctx.pool.connect();
  try {
    await client.query("begin");
    await client.query("set local enable_seqscan = off");
    await client.query("set local plan_cache_mode = force_generic_plan");
    await client.query(`prepare sweep(bigint) as ${SWEEP_STATEMENT.text}`);
    const { rows } = await client.query<{ "QUERY PLAN": string }>(
      `explain (analyze, costs off, timing off) execute sweep((${clock.nowMs()} - extract(epoch from timestamp '2026-01-01') * 1000)::bigint * 4096)`,
    );
    await client.query("rollback");
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    const looks = plan.split("\n").filter((line) => /Scan .*on request_log_d/.test(line));
    expect(looks.length).toBeGreaterThan(0);
    for (const look of looks) expect(look).toMatch(/Index (Only )?Scan using request_log_d\d+_pkey/);
    expect(looks.filter((look) => look.includes("never executed")).length).toBeGreaterThan(looks.length / 2);
  } finally {
    client.release();
  }
});
