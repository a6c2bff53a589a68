import type { DomainContext } from "../context";
import { BATCH_MAX } from "../maintenance/service";
import { dayOf } from "./key-budgets";

/** Longer than any month, with which it may be compared. */
const KEPT_MS = 62 * 86_400_000;

/** Deletes what keys spent in months that are over: one bounded batch. */
export async function sweepKeySpend(ctx: Pick<DomainContext, "pool" | "clock">): Promise<number> {
  const { rowCount } = await ctx.pool.query({
    name: "sweep_key_spend",
    text: `delete from key_spend where (key_id, day) in (
             select key_id, day from key_spend where day < $1::date
             order by day limit ${BATCH_MAX} for update skip locked)`,
    values: [dayOf(ctx.clock.nowMs() - KEPT_MS)],
  });
  return rowCount ?? 0;
}
