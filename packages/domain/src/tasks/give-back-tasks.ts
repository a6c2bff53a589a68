import type { DomainContext } from "../context";
import { readHeldTasks } from "../dispatch/held-tasks";

/**
 * The worker pauses: the tab's stream ends and what the worker holds goes back to the queue at once, at no cost.
 * Answers that were given stay given. A tab that no longer has the seat changes nothing.
 */
export async function giveBackTasks(ctx: DomainContext, workerId: number, tabId: string): Promise<void> {
  const seat = ctx.floor.seatOf(workerId);
  if (seat && seat.tabId !== tabId) return;
  if (seat) ctx.floor.leaveSeat(seat);
  const held = (await readHeldTasks(ctx.pool, [workerId])).get(workerId);
  if (!held) return;
  await ctx.floor.giveBack(workerId, [...(held.current ? [held.current] : []), ...held.ahead]);
}
