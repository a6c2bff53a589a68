import type { WorkProgress } from "@sightline/contract/progress";
import { stageOf } from "@sightline/contract/score";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { listHours, perActiveHour } from "../pay/list-hours";
import { levelOf } from "../quality/level";

/** Of the last 24 hours no more than these can be written down: the first and the last are parts. */
const HOURS = 25;

/** What the work screen shows of a worker beside their work: by primary keys, since each screen asks once a minute. */
export async function workProgress(
  ctx: Pick<DomainContext, "pool" | "clock">,
  workerId: number,
): Promise<WorkProgress> {
  const [hours, { rows }] = await Promise.all([
    listHours(ctx, workerId, HOURS),
    ctx.pool.query<{ kind: number; stage: number; right: number; wrong: number }>({
      name: "work_progress",
      text: `select kind, stage, right_weight as right, wrong_weight as wrong from worker_standing where worker_id = $1`,
      values: [workerId],
    }),
  ]);
  return {
    perActiveHourMicros: await perActiveHour(ctx, workerId, hours),
    kinds: Object.fromEntries(
      rows.map(({ kind, stage, right, wrong }) => [
        taskKindOf(kind),
        { stage: stageOf(stage), level: levelOf(stage, { right, wrong }) },
      ]),
    ),
  };
}
