import { BATCH_MAX, type Service } from "../maintenance/service";

/** Nobody sends the same form again after a month. What was booked stands in the ledger and the audit log. */
const KEPT_MS = 30 * 86_400_000;

/** The table holds a month of what admins book by hand: it needs no index for this. */
export const sweepHandOrders: Service = {
  name: "sweep-hand-orders",
  everyMs: 3_600_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_hand_orders",
      text: `delete from hand_order where (ordered_by, client_id) in (
               select ordered_by, client_id from hand_order where ordered_at < $1
               limit ${BATCH_MAX} for update skip locked)`,
      values: [new Date(ctx.clock.nowMs() - KEPT_MS)],
    });
    return rowCount ?? 0;
  },
};
