import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

/** Staff say what became of a stray transfer: sent back, written off, a test. No balance changes by that. */
export async function settlePayoutStray(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { strayId, reason, settledBy }: { strayId: number; reason: string; settledBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ txHash: string; address: string; micros: number }>(
      `update payout_stray set settled_at = $2, settled_by = $3, reason = $4
       where id = $1 and settled_at is null returning tx_hash as "txHash", address, micros`,
      [strayId, new Date(ctx.clock.nowMs()), settledBy, reason],
    );
    if (rows[0] === undefined)
      throw new Refusal("conflict", "This transfer is not one that waits to be settled.");
    await recordStaffAct(client, {
      actorId: settledBy,
      act: "settle_payout_stray",
      subject: `payout_stray:${strayId}`,
      before: null,
      after: rows[0],
      reason,
    });
  });
}
