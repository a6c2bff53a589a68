import { LIMITS } from "@sightline/contract/limits";
import type { DomainContext } from "../context";

const LONGEST_WINDOW_MS = Math.max(...Object.values(LIMITS).map((limit) => limit.windowMs));
const MAX_ROWS = 1_000;

/** Deletes counts whose last event has left every window: one bounded batch, to be run each minute. */
export async function sweepExactLimits(
  ctx: Pick<DomainContext, "pool" | "clock">,
): Promise<{ deleted: number }> {
  const { rowCount } = await ctx.pool.query({
    name: "sweep_exact_limits",
    text: `delete from exact_limit where (limit_name, subject) in (
             select limit_name, subject from exact_limit where last_at < $1 limit ${MAX_ROWS} for update skip locked)`,
    values: [new Date(ctx.clock.nowMs() - LONGEST_WINDOW_MS)],
  });
  return { deleted: rowCount ?? 0 };
}
