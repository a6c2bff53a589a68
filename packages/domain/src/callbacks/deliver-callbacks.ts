import { firstIdAt } from "@sightline/db/task-id";
import type { Service } from "../maintenance/service";
import { CALLBACK_STATES } from "./callback-states";

/** Retries, and what became due in a process that died: tasks that end here wake the courier at once. */
export const deliverCallbacks: Service = {
  name: "deliver-callbacks",
  everyMs: 1_000,
  runOnce: (ctx) => ctx.courier.look(),
};

const DAY_MS = 86_400_000;
/** From acceptance: every callback is over within two days of it, and is kept for at least six more. */
const KEEP_MS = 8 * DAY_MS;
const SWEEP_MAX = 1_000;

/** Forgets callbacks that are over, a bounded batch at a time. Ids tell the time, so no other index is needed. */
export const sweepCallbacks: Service = {
  name: "sweep-callbacks",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_callbacks",
      text: `delete from callback where task_id = any(array(
               select task_id from callback
               where task_id < $1::bigint and state in (${CALLBACK_STATES.delivered}, ${CALLBACK_STATES.given_up})
               order by task_id limit ${SWEEP_MAX} for update skip locked))`,
      values: [firstIdAt(ctx.clock.nowMs() - KEEP_MS)],
    });
    return rowCount ?? 0;
  },
};
