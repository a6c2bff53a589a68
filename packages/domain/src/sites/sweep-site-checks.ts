import { SITE_CHECKS_KEEP_MS } from "@sightline/contract/sites";
import type { Service } from "../maintenance/service";

const SWEEP_MAX = 1_000;

/**
 * Forgets looks at sites that are older than a year, a bounded batch at a time. Walks the primary key from its start:
 * ids are given in the order of time, so what is old stands there.
 */
export const sweepSiteChecks: Service = {
  name: "sweep-site-checks",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_site_checks",
      text: `delete from site_check where id = any(array(
               select id from (select id, checked_at from site_check order by id limit ${SWEEP_MAX}) oldest
               where checked_at < $1::timestamptz))`,
      values: [new Date(ctx.clock.nowMs() - SITE_CHECKS_KEEP_MS)],
    });
    return rowCount ?? 0;
  },
};
