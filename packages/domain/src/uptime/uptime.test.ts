import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildDomain } from "../testing/builders";
import { findAlarms } from "./find-alarms";
import { probeMinute } from "./probe-service";
import { readUptime, viewHealth } from "./uptime";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
const MINUTE_MS = 60_000;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
beforeEach(() => database.pool.query("delete from probe"));
afterAll(() => domain.stop());

async function runFor(minutes: number): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    await probeMinute.runOnce(ctx);
    clock.advance(MINUTE_MS);
  }
}

test("every minute that ran counts once, whoever probes how often", async () => {
  await probeMinute.runOnce(ctx);
  await runFor(3);
  expect(await readUptime(ctx)).toMatchObject({ share: 1 });
  const { rows } = await database.pool.query("select count(*)::int as rows, bool_and(ok) as ok from probe");
  expect(rows).toEqual([{ rows: 3, ok: true }]);
});

test("minutes without a probe, and those in which something was wrong, were not up", async () => {
  await runFor(2);
  clock.advance(2 * MINUTE_MS);
  const broken = { ...ctx, hints: { ...ctx.hints, connected: false } } as unknown as DomainContext;
  await probeMinute.runOnce(broken);
  clock.advance(MINUTE_MS);
  await runFor(3);
  expect((await readUptime(ctx)).share).toBeCloseTo(5 / 8);
  expect(await viewHealth(ctx)).toMatchObject({
    lastHour: { made: 6, failed: 1, expected: 8 },
    lastProblem: { says: "this process has no node number" },
  });
});

test("before the first whole minute nothing is claimed", async () => {
  expect(await readUptime(ctx)).toEqual({ share: null, sinceMs: null });
  await probeMinute.runOnce(ctx);
  expect(await readUptime(ctx)).toEqual({ share: null, sinceMs: null });
});

test("probes are kept for 90 days", async () => {
  await runFor(1);
  clock.advance(91 * 24 * 60 * MINUTE_MS);
  await runFor(1);
  const { rows } = await database.pool.query("select count(*)::int as rows from probe");
  expect(rows).toEqual([{ rows: 1 }]);
});

test("alarms name what waits too long, ends unsolved, has no worker, or does not add up", () => {
  const idle = { queued: 0, reserved: 0, assigned: 0, given: 0, solveP50Ms: null, solveP95Ms: null };
  const kind = { kind: "image" as const, ...idle, oldestQueuedMs: null, answered10min: 20, unsolved10min: 1 };
  const floor = {
    kinds: [kind],
    workers: { connected: 1, idle: 1, working: 0 },
    ledgerDifferenceMicros: 0,
  };
  expect(findAlarms(floor)).toEqual([]);
  const bad = { ...kind, queued: 2, oldestQueuedMs: 46_000, answered10min: 15, unsolved10min: 5 };
  expect(
    findAlarms({
      kinds: [bad],
      workers: { connected: 0, idle: 0, working: 0 },
      ledgerDifferenceMicros: 3,
    }),
  ).toEqual([
    { alarm: "ledger_off", micros: 3 },
    { alarm: "nobody_at_work", queued: 2 },
    { alarm: "tasks_wait_long", kind: "image", oldestMs: 46_000 },
    { alarm: "many_unsolved", kind: "image", share: 0.25 },
  ]);
});
