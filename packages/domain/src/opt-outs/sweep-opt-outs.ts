import type { Service } from "../maintenance/service";

const DAY_MS = 86_400_000;
/** After staff or a proof have closed it. The host's switch stays. */
const CLOSED_KEEP_MS = 365 * DAY_MS;
/** Nobody has opened the mail's link, which is good for a day: staff had three months to look at it. */
const UNHEARD_KEEP_MS = 90 * DAY_MS;
const SWEEP_MAX = 500;

/** Forgets opt-outs, and the addresses that they hold, a bounded batch of the oldest at a time. */
export const sweepOptOuts: Service = {
  name: "sweep-opt-outs",
  everyMs: 3_600_000,
  async runOnce(ctx) {
    const nowMs = ctx.clock.nowMs();
    const { rowCount } = await ctx.pool.query({
      name: "sweep_opt_outs",
      text: `delete from opt_out where id = any(array(
               select id from opt_out
               where closed_at < $1::timestamptz
                 or (closed_at is null and mail_confirmed_at is null and asked_at < $2::timestamptz)
               order by id limit ${SWEEP_MAX}))`,
      values: [new Date(nowMs - CLOSED_KEEP_MS), new Date(nowMs - UNHEARD_KEEP_MS)],
    });
    return rowCount ?? 0;
  },
};
