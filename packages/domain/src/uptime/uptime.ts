import type { Clock } from "@sightline/contract/clock";
import type { FloorHealth, Uptime } from "@sightline/contract/floor";
import type { Pool } from "@sightline/db/database";
import type { DomainContext } from "../context";

const MINUTE_MS = 60_000;
const DAYS = 30;

/** The share of whole minutes that were good, of those since the first probe, 30 days at most. */
export async function readUptime(ctx: { pool: Pool; clock: Clock }): Promise<Uptime> {
  const now = Math.floor(ctx.clock.nowMs() / MINUTE_MS);
  const { rows } = await ctx.pool.query<{ first: number | null; ok: number }>({
    name: "read_uptime",
    text: `select min(minute) as first, count(*) filter (where ok)::int as ok
           from probe where minute >= $1 and minute < $2`,
    values: [now - DAYS * 24 * 60, now],
  });
  const { first = null, ok = 0 } = rows[0] ?? {};
  if (first === null) return { share: null, sinceMs: null };
  return { share: ok / (now - first), sinceMs: first * MINUTE_MS };
}

/** Uptime with what went wrong lately, for staff. */
export async function viewHealth(ctx: Pick<DomainContext, "pool" | "clock">): Promise<FloorHealth> {
  const now = Math.floor(ctx.clock.nowMs() / MINUTE_MS);
  const [uptime, hour, problem] = await Promise.all([
    readUptime(ctx),
    ctx.pool.query<{ made: number; failed: number; first: number | null; p95: number | null }>({
      name: "probes_of_hour",
      text: `select count(*)::int as made, count(*) filter (where not ok)::int as failed, min(minute) as first,
               percentile_disc(0.95) within group (order by took_ms) as p95
             from probe where minute >= $1 and minute < $2`,
      values: [now - 60, now],
    }),
    ctx.pool.query<{ problem: string; at: Date }>(
      "select problem, at from probe where not ok order by minute desc limit 1",
    ),
  ]);
  const { made = 0, failed = 0, first = null, p95 = null } = hour.rows[0] ?? {};
  const [last] = problem.rows;
  return {
    uptime,
    lastHour: { made, failed, expected: expectedMinutes(uptime, first, now) },
    lastProblem: last ? { says: last.problem, atMs: last.at.getTime() } : null,
    tookP95Ms: p95,
  };
}

/** A service that was never there before began with its first probe; any other should have made one each minute. */
function expectedMinutes({ sinceMs }: Uptime, first: number | null, now: number): number {
  const sinceMinute = sinceMs === null ? (first ?? now) : sinceMs / MINUTE_MS;
  return Math.min(60, now - sinceMinute);
}
