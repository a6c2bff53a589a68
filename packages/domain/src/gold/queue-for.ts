import type { DomainContext } from "../context";

/** Dispatch looks as far back as to this task, whatever it has heard of others. */
export function queueFor(ctx: DomainContext, workerId: number, taskId: number): void {
  const seat = ctx.floor.seatOf(workerId);
  if (!seat) {
    ctx.floor.taskQueued(taskId);
    return;
  }
  seat.ownTaskId = taskId;
  ctx.floor.dispatcher.taskForSeat(taskId);
}
