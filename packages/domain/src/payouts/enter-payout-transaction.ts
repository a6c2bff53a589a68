import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

/** Staff say which transaction pays a batch, or that one taken off is the one. The chain is asked whether it pays. */
export async function enterPayoutTransaction(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { batchId, txHash, enteredBy }: { batchId: number; txHash: string; enteredBy: number },
): Promise<void> {
  const hash = txHash.toLowerCase();
  await inTransaction(ctx.pool, async (client) => {
    const { rowCount } = await client.query(
      `insert into payout_transaction (tx_hash, chain_id, batch_id, state, entered_by, entered_at)
       select $2, b.chain_id, b.id, 'entered', $3, $4 from payout_batch b where b.id = $1 and b.state = 'approved'
       on conflict (chain_id, tx_hash) do update set state = 'entered', finding = null, missing_since = null,
         missing_block = null, entered_by = excluded.entered_by, entered_at = excluded.entered_at
       where payout_transaction.state = 'dropped' and payout_transaction.batch_id = excluded.batch_id`,
      [batchId, hash, enteredBy, new Date(ctx.clock.nowMs())],
    );
    if (rowCount !== 1)
      throw new Refusal("conflict", "The batch is not approved, or this transaction was entered before.");
    await recordStaffAct(client, {
      actorId: enteredBy,
      act: "enter_payout_transaction",
      subject: `payout_batch:${batchId}`,
      before: null,
      after: { txHash: hash },
    });
  });
}
