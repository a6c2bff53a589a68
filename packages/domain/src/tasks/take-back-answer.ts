import type { TakeBackReply } from "@sightline/contract/work";
import type { DomainContext } from "../context";
import { readHeldTasks } from "../dispatch/held-tasks";
import type { SettleItem } from "./task-lanes";

/**
 * Takes a worker's answer back within its grace: the task is current again with a whole lease (never past its
 * lifetime), and the one that had become current waits ahead again, without a clock. Both or neither.
 */
export async function takeBackAnswer(
  ctx: DomainContext,
  workerId: number,
  { taskId, leaseNo }: { taskId: number; leaseNo: number },
): Promise<TakeBackReply> {
  const seat = ctx.floor.seatOf(workerId);
  const current = seat?.ready
    ? seat.current
    : ((await readHeldTasks(ctx.pool, [workerId])).get(workerId)?.current ?? null);
  const items: SettleItem[] = [];
  if (current) {
    items.push({
      taskId: current.taskId,
      workerId,
      leaseNo: current.leaseNo,
      event: "set_aside",
      needsId: taskId,
    });
  }
  items.push({ taskId, workerId, leaseNo, event: "take_back" });
  const settled = await ctx.lanes.settle.push(items);
  if (!seat) ctx.hints.handsChanged(workerId);
  const taken = settled.at(-1);
  if (!taken || taken.leaseUntilMs === null) return { outcome: "final" };
  return {
    outcome: "taken_back",
    serverNowMs: ctx.clock.nowMs(),
    leaseUntilMs: taken.leaseUntilMs,
    text: taken.answer ?? "",
  };
}
