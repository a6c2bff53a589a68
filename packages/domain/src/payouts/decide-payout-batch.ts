import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { endPayouts } from "./end-payouts";
import { notePayoutChecks } from "./note-payout-checks";

/**
 * Approves a batch, so that it can be signed, or cancels it, which returns every row. Whoever approves has looked at its
 * payouts: checks of them that are still open are decided by that.
 */
export async function decidePayoutBatch(
  ctx: DomainContext,
  { batchId, approve, decidedBy }: { batchId: number; approve: boolean; decidedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    // Cases before batches, as carry-out-verdicts.ts locks them.
    const looked = approve ? await closeChecks(ctx, client, batchId) : [];
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
    if (looked.length > 0)
      await notePayoutChecks(ctx, client, {
        accountIds: looked,
        held: false,
        reason: `Approved with batch ${batchId}.`,
        decidedBy,
      });
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
      after: { state: approve ? "approved" : "cancelled", ...(looked.length > 0 && { lookedAt: looked }) },
    });
  });
}

/** Ends the open checks of a batch's payouts; returns their workers. */
async function closeChecks(
  ctx: Pick<DomainContext, "clock">,
  client: pg.PoolClient,
  batchId: number,
): Promise<number[]> {
  const ofBatch = `kind = 'payout_check'
    and subject in (select 'worker:' || account_id from payout where batch_id = $1 and state = 'reserved')`;
  const { rowCount } = await client.query(`select from moderation_case where ${ofBatch} and state = 1`, [
    batchId,
  ]);
  if ((rowCount ?? 0) > 0)
    throw new Refusal(
      "conflict",
      "A payout of this batch was just looked at, and the verdict can still be undone. Try again in some seconds.",
    );
  const { rows } = await client.query<{ accountId: number }>(
    `update moderation_case set state = 2, effect_at = null, claimed_by = null, claimed_until = null, decided_at = $2,
       verdict = 'accept'
     where ${ofBatch} and state = 0
     returning account_id as "accountId"`,
    [batchId, new Date(ctx.clock.nowMs())],
  );
  return rows.map(({ accountId }) => accountId);
}
