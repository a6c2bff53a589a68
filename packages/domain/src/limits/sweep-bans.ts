import { BAN_HISTORY_MS } from "@sightline/contract/limits";
import type { DomainContext } from "../context";

const MAX_ROWS = 1_000;

/** Deletes bans whose time as history is over: one bounded batch, to be run each minute. */
export async function sweepBans(ctx: Pick<DomainContext, "pool" | "clock">): Promise<{ deleted: number }> {
  const { rowCount } = await ctx.pool.query({
    name: "sweep_bans",
    text: `delete from ban where id in (
             select id from ban where ends_at < $1 limit ${MAX_ROWS} for update skip locked)`,
    values: [new Date(ctx.clock.nowMs() - BAN_HISTORY_MS)],
  });
  return { deleted: rowCount ?? 0 };
}
