import type { Service } from "../maintenance/service";

/** Longer than any task lives. */
const KEEP_MS = 3_600_000;
const SWEEP_MAX = 1_000;

/** Forgets the gates of tasks that have long ended, a bounded batch at a time. */
export const sweepGatedTasks: Service = {
  name: "sweep-gated-tasks",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_gated_tasks",
      text: `delete from gated_task where task_id = any(array(
               select task_id from gated_task where created_at < $1::timestamptz
               order by created_at limit ${SWEEP_MAX}))`,
      values: [new Date(ctx.clock.nowMs() - KEEP_MS)],
    });
    return rowCount ?? 0;
  },
};
