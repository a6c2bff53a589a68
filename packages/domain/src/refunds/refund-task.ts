import type { ReasonCode } from "@sightline/contract/moderation";
import type pg from "pg";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { lockConfirmedUpTo } from "../pay/confirm-pay";
import { Refusal } from "../refusal";
import { taskCharges } from "./task-charges";

export interface WantedRefund {
  taskId: number;
  /** All that is still charged when absent. */
  micros?: number | undefined;
  takesPayBack: boolean;
  refundedBy: number | null;
  reasonCode: ReasonCode;
  note: string | null;
}

export interface Refunded {
  accountId: number;
  workerId: number | null;
  refundedMicros: number;
  takenBackMicros: number;
}

/**
 * Gives a customer a task's price back, all or a part of it, by the platform; and, when that was decided, takes the
 * worker's pay back as long as it is not confirmed. Once a task, whoever tries: the row of `refund` and the ledger's
 * key say so. Runs in the transaction of `client`.
 */
export async function refundTask(
  ctx: Pick<DomainContext, "clock">,
  client: Pick<pg.ClientBase, "query">,
  wanted: WantedRefund,
): Promise<Refunded> {
  const { taskId, takesPayBack, refundedBy, reasonCode, note } = wanted;
  if (takesPayBack) await lockConfirmedUpTo(client);
  // A report that gives the price back at once (reports/report-answer.ts) comes before or after.
  await client.query("select from task where id = $1 for update", [taskId]);
  const [charge] = await taskCharges(client, [taskId]);
  if (charge === undefined) throw new Refusal("not_found", "There is no such task that has ended.");
  const { accountId, workerId, chargedMicros } = charge;
  const refundedMicros = wanted.micros ?? chargedMicros;
  if (refundedMicros > chargedMicros)
    throw new Refusal("conflict", "The refund is larger than what was charged for this task.");
  const takenBackMicros = takesPayBack ? charge.payMicros : 0;
  const { rowCount } = await client.query({
    name: "insert_refund",
    text: `insert into refund (task_id, account_id, worker_id, micros, taken_back_micros, refunded_by, reason_code, note, refunded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    values: [
      taskId,
      accountId,
      workerId,
      refundedMicros,
      takenBackMicros,
      refundedBy,
      reasonCode,
      note,
      new Date(ctx.clock.nowMs()),
    ],
  });
  if (rowCount === 0) throw new Refusal("conflict", "This task was refunded before.");
  const { expenses } = PLATFORM_ACCOUNTS;
  await bookMoves(client, [
    {
      causeId: taskId,
      posting: "refund_task",
      debitId: expenses,
      creditId: accountId,
      micros: refundedMicros,
    },
    ...(workerId === null
      ? []
      : [
          {
            causeId: taskId,
            posting: "take_back_pay" as const,
            debitId: workerId,
            creditId: expenses,
            micros: takenBackMicros,
          },
        ]),
  ]);
  return { accountId, workerId, refundedMicros, takenBackMicros };
}
