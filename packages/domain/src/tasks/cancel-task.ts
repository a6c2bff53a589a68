import type { DomainContext } from "../context";
import { recallTaskResult } from "./get-task-result";
import type { TaskResult } from "./read-results-statement";

/**
 * `cancelled` is also what a task says that was cancelled before. `too_late`: a worker has it, or it has ended.
 */
export type CancelOutcome = "cancelled" | "too_late" | "absent";

/**
 * Takes back a customer's own task while no worker holds it; nothing is charged. Rejects when the database is away:
 * whose task it is must be known, not guessed.
 */
export async function cancelTask(
  ctx: DomainContext,
  { accountId, taskId }: { accountId: number; taskId: number },
): Promise<CancelOutcome> {
  if (recallTaskResult(ctx, accountId, taskId)?.state === "absent") return "absent";
  const read = await ctx.lanes.read.push(taskId);
  if (!read || read.accountId !== accountId) return "absent";
  if (read.result.state !== "open") return endedAs(read.result);
  const [settled] = await ctx.lanes.settle.push([{ taskId, workerId: 0, leaseNo: 0, event: "cancel" }]);
  if (settled) return "cancelled";
  const after = await ctx.lanes.read.push(taskId);
  return after ? endedAs(after.result) : "absent";
}

function endedAs(result: TaskResult): CancelOutcome {
  return result.state === "unsolvable" && result.reason === "cancelled" ? "cancelled" : "too_late";
}
