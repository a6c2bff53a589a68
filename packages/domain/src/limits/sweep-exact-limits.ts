import { LIMITS } from "@sightline/contract/limits";
import type { DomainContext } from "../context";

const NAMES = Object.keys(LIMITS);
const WINDOWS_MS = Object.values(LIMITS).map((limit) => limit.windowMs);
const MAX_ROWS = 1_000;

/**
 * Deletes counts whose last event has left the window of its limit: one bounded batch, to be run each minute. A limit that
 * this process does not know, as while two releases run side by side, keeps its counts as long as the longest window.
 */
export async function sweepExactLimits(
  ctx: Pick<DomainContext, "pool" | "clock">,
): Promise<{ deleted: number }> {
  const nowMs = ctx.clock.nowMs();
  const { rowCount } = await ctx.pool.query({
    name: "sweep_exact_limits",
    text: `delete from exact_limit where (limit_name, subject) in (
             select e.limit_name, e.subject
             from exact_limit e left join unnest($1::text[], $2::timestamptz[]) w(limit_name, starts_at) using (limit_name)
             where e.last_at < coalesce(w.starts_at, $3) limit ${MAX_ROWS} for update of e skip locked)`,
    values: [
      NAMES,
      WINDOWS_MS.map((windowMs) => new Date(nowMs - windowMs)),
      new Date(nowMs - Math.max(...WINDOWS_MS)),
    ],
  });
  return { deleted: rowCount ?? 0 };
}
