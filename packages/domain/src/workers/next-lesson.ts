import { STAGES, TRAINING } from "@sightline/contract/score";
import type { DomainContext } from "../context";
import type { Seat } from "../dispatch/seat";
import { seatStandings } from "../dispatch/seat-standings";
import { queueFor } from "../gold/queue-for";

/**
 * Queues the next task of training or exam for a worker who is in one, the first kind first. Where the worker has seen
 * all the material there is, probation begins, unless an exam has shown that it would be too early: then staff decide.
 */
export async function nextLesson(ctx: DomainContext, seat: Seat): Promise<void> {
  const [lesson] = seat.standing.lessons;
  if (lesson === undefined || seat.onlyOwn || seat.closed || seat.ownTaskId !== null) return;
  const [kindNumber, stage] = lesson;
  const { workerId } = seat;
  const taskId = await ctx.gold.handOut.push({ workerId, kindNumber, stage });
  if (taskId !== null) return queueFor(ctx, workerId, taskId);
  if (await skipLessons(ctx, workerId, kindNumber)) await seatStandings(ctx, [seat]);
}

async function skipLessons(ctx: DomainContext, workerId: number, kindNumber: number): Promise<boolean> {
  const { rowCount } = await ctx.pool.query({
    name: "skip_lessons",
    text: `
      update worker_standing s set stage = ${STAGES.probation}, stage_since = $3::timestamptz, stage_judged = 0, stage_right = 0
      where s.worker_id = $1 and s.kind = $2 and s.stage < ${STAGES.probation}
        and not exists (select from gold_showing g where g.worker_id = $1 and g.outcome is null)
        and not (s.right_weight + s.wrong_weight >= ${TRAINING.examTasks}
          and s.right_weight < ${TRAINING.examRightMin / TRAINING.examTasks} * (s.right_weight + s.wrong_weight))`,
    values: [workerId, kindNumber, new Date(ctx.clock.nowMs())],
  });
  return (rowCount ?? 0) > 0;
}
