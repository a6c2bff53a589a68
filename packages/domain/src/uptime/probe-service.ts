import { checkReadiness } from "../maintenance/check-readiness";
import type { Service } from "../maintenance/service";

const MINUTE_MS = 60_000;
const KEPT_MINUTES = 90 * 24 * 60;
const SWEEP_MAX = 2_000;

/**
 * Notes down once a minute that the service runs, and whether it can do its work. Every process tries; the first one
 * of a minute counts. The database's migration is the start-up's concern, so it is not asked about here.
 */
export const probeMinute: Service = {
  name: "probe-minute",
  everyMs: 10_000,
  async runOnce(ctx) {
    const startedMs = ctx.clock.nowMs();
    const problems = await checkReadiness(ctx, { newestMigrationMs: 0 });
    const minute = Math.floor(startedMs / MINUTE_MS);
    const { rowCount } = await ctx.pool.query({
      name: "probe_minute",
      text: `insert into probe (minute, ok, problem, took_ms, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      values: [
        minute,
        problems.length === 0,
        problems.length === 0 ? null : problems.join("; ").slice(0, 500),
        Math.round(ctx.clock.nowMs() - startedMs),
        new Date(startedMs),
      ],
    });
    if (rowCount === 1) {
      await ctx.pool.query(
        `delete from probe where minute in (select minute from probe where minute < $1 order by minute limit ${SWEEP_MAX})`,
        [minute - KEPT_MINUTES],
      );
    }
    return 0;
  },
};
