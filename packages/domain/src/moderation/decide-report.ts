import type { Verdict } from "@sightline/contract/moderation";
import type pg from "pg";
import type { DomainContext } from "../context";
import { confirmSpan, lockConfirmedUpTo } from "../pay/confirm-pay";
import { learnSkills } from "../quality/learn-skills";
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

/** Whether the answer was right; verdicts that are not here say nothing of the worker. */
const RIGHT_BY_VERDICT: Partial<Record<Verdict, number>> = { accept: 0, refuse: 1 };

const NOTHING = { refundedMicros: 0, takenBackMicros: 0 };

/** The report's end: the money back unless the answer was right, and pay that waited for this confirmed; the worker's skill learns. */
export async function decideReport(
  ctx: DomainContext,
  client: pg.PoolClient,
  { kind, taskId, verdict, takesPayBack, reasonCode, note, moderatorId, givenAt }: DecidedCase,
): Promise<DecisionEffect> {
  if (taskId === null) return NOTHING;
  const confirmedUpTo = await lockConfirmedUpTo(client);
  const effect =
    refunds(kind, verdict) && !(await refundedBefore(client, taskId, givenAt))
      ? await refundTask(ctx, client, {
          taskId,
          takesPayBack: takesPayBack && verdict !== "ambiguous",
          refundedBy: moderatorId,
          reasonCode,
          note,
        })
      : NOTHING;
  const { rows } = await client.query<{ workerId: number; kindNumber: number }>({
    name: "decide_report",
    text: `update report set state = $2, decided_at = $3 where task_id = $1 and state = ${REPORT_STATES.open}
           returning worker_id as "workerId", kind as "kindNumber"`,
    values: [taskId, STATE_AFTER[verdict], new Date(ctx.clock.nowMs())],
  });
  const rightProbability = RIGHT_BY_VERDICT[verdict];
  if (rightProbability !== undefined) {
    const judged = rows.map((row) => ({ ...row, taskId, rightProbability }));
    await learnSkills(client, "report", judged, ctx.clock.nowMs());
  }
  if (taskId <= confirmedUpTo) await confirmSpan(ctx, client, { afterId: taskId - 1, upToId: taskId });
  return effect;
}

/** A refund that the moderator knew of when deciding; one that was given since then makes the verdict fail. */
async function refundedBefore(client: pg.PoolClient, taskId: number, givenAt: Date): Promise<boolean> {
  const { rows } = await client.query("select from refund where task_id = $1 and refunded_at < $2", [
    taskId,
    givenAt,
  ]);
  return rows.length > 0;
}
