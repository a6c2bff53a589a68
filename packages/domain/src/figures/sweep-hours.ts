import type { DomainContext } from "../context";
import { HOUR_MS } from "./hour-sql";

/** Charts show a month; figures of an hour are kept longer, for exports. */
const SOLVE_TIMES_KEPT_HOURS = 35 * 24;
const HOURS_KEPT = 400 * 24;
const ROWS_MAX = 5_000;

/** Forgets figures that no page shows any more: one bounded batch of each table. */
export async function sweepHours(ctx: Pick<DomainContext, "pool" | "clock">): Promise<{ deleted: number }> {
  const thisHour = Math.floor(ctx.clock.nowMs() / HOUR_MS);
  let deleted = 0;
  for (const [table, kept] of [
    ["solve_time_hour", SOLVE_TIMES_KEPT_HOURS],
    ["task_hour", HOURS_KEPT],
  ] as const) {
    const { rowCount } = await ctx.pool.query({
      name: `sweep_${table}`,
      text: `delete from ${table} where ctid = any(array(
               select ctid from ${table} where hour < $1 order by hour limit ${ROWS_MAX} for update skip locked))`,
      values: [thisHour - kept],
    });
    deleted += rowCount ?? 0;
  }
  return { deleted };
}
