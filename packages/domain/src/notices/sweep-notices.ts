import type { Service } from "../maintenance/service";

const KEEP_MS = 90 * 86_400_000;
const SWEEP_MAX = 500;

/** Notices are kept for ninety days; a bounded batch at a time. */
export const sweepNotices: Service = {
  name: "sweep-notices",
  everyMs: 600_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_notices",
      text: `delete from notice where id = any(array(
               select id from notice where given_at < $1::timestamptz order by given_at limit ${SWEEP_MAX}))`,
      values: [new Date(ctx.clock.nowMs() - KEEP_MS)],
    });
    return rowCount ?? 0;
  },
};
