import type { Verdict } from "@sightline/contract/moderation";
import type pg from "pg";
import type { DomainContext } from "../context";
import { confirmSpan, lockConfirmedUpTo } from "../pay/confirm-pay";
import { refundTask } from "../refunds/refund-task";
import { REPORT_STATES } from "../reports/report-states";
import type { DecidedCase, DecisionEffect } from "./decided-case";
import { refunds } from "./verdict-effect";

const STATE_AFTER: Partial<Record<Verdict, number>> = {
  accept: REPORT_STATES.accepted,
  refuse: REPORT_STATES.refused,
  ambiguous: REPORT_STATES.ambiguous,
  unsolvable: REPORT_STATES.unsolvable,
};

const NOTHING = { refundedMicros: 0, takenBackMicros: 0 };

/** The report's end: the money back unless the answer was right, and pay that waited for this confirmed. */
export async function decideReport(
  ctx: DomainContext,
  client: pg.PoolClient,
  { kind, taskId, verdict, takesPayBack, reasonCode, note, moderatorId }: DecidedCase,
): Promise<DecisionEffect> {
  if (taskId === null) return NOTHING;
  const confirmedUpTo = await lockConfirmedUpTo(client);
  const effect = refunds(kind, verdict)
    ? await refundTask(ctx, client, {
        taskId,
        takesPayBack: takesPayBack && verdict !== "ambiguous",
        refundedBy: moderatorId,
        reasonCode,
        note,
      })
    : NOTHING;
  await client.query({
    name: "decide_report",
    text: `update report set state = $2, decided_at = $3 where task_id = $1 and state = ${REPORT_STATES.open}`,
    values: [taskId, STATE_AFTER[verdict], new Date(ctx.clock.nowMs())],
  });
  if (taskId <= confirmedUpTo) await confirmSpan(ctx, client, { afterId: taskId - 1, upToId: taskId });
  return effect;
}
