import { BATCH_MAX, type Service } from "../maintenance/service";
import { REMEMBERED_MS } from "./remember-submission";

/** Idempotency keys are forgotten after 24 hours: a bounded batch, skipping rows that somebody uses. */
export const forgetSubmissions: Service = {
  name: "forget-submissions",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "forget_submissions",
      text: `delete from idempotency_key where (account_id, key) in (
               select account_id, key from idempotency_key where used_at <= $1
               order by used_at limit ${BATCH_MAX} for update skip locked)`,
      values: [new Date(ctx.clock.nowMs() - REMEMBERED_MS)],
    });
    return rowCount ?? 0;
  },
};
