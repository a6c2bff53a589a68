import { ERROR_CODES } from "@sightline/contract/error-codes";
import type { TaskReported } from "@sightline/contract/reports";
import type { DomainContext } from "../context";
import { type ReportVerdict, reportAnswer } from "./report-answer";

/** Reports several answers, one after the other: each may move the share that decides on the next (the 40 % rule). */
export async function reportTasks(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { accountId, taskIds, verdict }: { accountId: number; taskIds: readonly number[]; verdict: ReportVerdict },
): Promise<TaskReported[]> {
  const outcomes: TaskReported[] = [];
  for (const taskId of new Set(taskIds)) {
    const reply = await reportAnswer(ctx, { accountId, taskId, verdict });
    outcomes.push(
      reply.ok
        ? { taskId, recorded: true, says: null, refundedMicros: reply.refundedMicros }
        : { taskId, recorded: false, says: reply.says ?? ERROR_CODES[reply.code].text, refundedMicros: 0 },
    );
  }
  return outcomes;
}
