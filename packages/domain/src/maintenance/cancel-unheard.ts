import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { STATES } from "../tasks/states";
import { BATCH_MAX, type Service } from "./service";

/** A statement that was sent to a frozen database may still be carried out after this long. */
const LATE_MS_MAX = TASK_KINDS.image.lifetimeMs;

/**
 * Tasks whose customers were told "no slot" because the database did not answer. When one of them has been accepted
 * after all it is cancelled, so that nobody pays for an id that nobody knows. The ids are this process's memory: if
 * it dies too, such a task is solved or expires like any other.
 */
export const cancelUnheard: Service = {
  name: "cancel-unheard",
  everyMs: 250,
  async runOnce(ctx) {
    const unheard = ctx.memory.unheard().slice(0, BATCH_MAX);
    if (unheard.length === 0) return 0;
    const { rows } = await ctx.hotPool.query<{ id: number }>({
      name: "accepted_unheard",
      text: `select id from open_task where id = any($1::bigint[]) and state = ${STATES.queued}`,
      values: [unheard.map(([taskId]) => taskId)],
    });
    await Promise.all(
      rows.map(({ id }) => ctx.lanes.settle.push([{ taskId: id, workerId: 0, leaseNo: 0, event: "cancel" }])),
    );
    const cancelled = new Set(rows.map(({ id }) => id));
    const longAgoMs = ctx.clock.nowMs() - LATE_MS_MAX;
    for (const [taskId, sinceMs] of unheard) {
      if (cancelled.has(taskId) || sinceMs < longAgoMs) ctx.memory.forgetUnheard(taskId);
    }
    return rows.length;
  },
};
