import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { endPayouts } from "./end-payouts";

/** Approves a batch, so that it can be signed, or cancels it, which returns every row. */
export async function decidePayoutBatch(
  ctx: DomainContext,
  { batchId, approve, decidedBy }: { batchId: number; approve: boolean; decidedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ madeBy: number; needsSecond: number; state: string }>(
      `select made_by as "madeBy", needs_second as "needsSecond", state from payout_batch where id = $1 for update`,
      [batchId],
    );
    const [batch] = rows;
    if (batch === undefined) throw new Refusal("not_found", "There is no batch of that number.");
    if (batch.state !== "made") throw new Refusal("conflict", `This batch is ${batch.state} already.`);
    if (approve && batch.needsSecond === 1 && batch.madeBy === decidedBy)
      throw new Refusal("conflict", "Another admin must approve a batch of this amount.");
    await client.query("update payout_batch set state = $2, decided_by = $3, decided_at = $4 where id = $1", [
      batchId,
      approve ? "approved" : "cancelled",
      decidedBy,
      new Date(ctx.clock.nowMs()),
    ]);
    if (!approve) {
      const reserved = await client.query<{ id: number }>(
        "select id from payout where batch_id = $1 and state = 'reserved' order by account_id",
        [batchId],
      );
      await endPayouts(ctx, client, {
        ended: reserved.rows.map(({ id }) => ({ id, state: "returned" })),
        reason: "The batch was cancelled",
      });
    }
    await recordStaffAct(client, {
      actorId: decidedBy,
      act: approve ? "approve_payouts" : "cancel_payouts",
      subject: `payout_batch:${batchId}`,
      before: { state: "made" },
      after: { state: approve ? "approved" : "cancelled" },
    });
  });
}
