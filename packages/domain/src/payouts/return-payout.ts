import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { endPayouts } from "./end-payouts";

/** Gives a payout back that was not paid; not while a transaction of its batch may still pay it. */
export async function returnPayout(
  ctx: DomainContext,
  { payoutId, reason, returnedBy }: { payoutId: number; reason: string; returnedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ open: boolean }>(
      `select exists(select from payout_transaction t where t.batch_id = b.id and t.state = 'entered') as open
       from payout p join payout_batch b on b.id = p.batch_id
       where p.id = $1 and p.state = 'reserved' and b.state = 'approved' for update of b`,
      [payoutId],
    );
    if (rows[0] === undefined) throw new Refusal("conflict", "This payout is not one that waits to be paid.");
    if (rows[0].open)
      throw new Refusal("conflict", "A transaction of its batch is not confirmed yet and may pay it.");
    await endPayouts(ctx, client, { ended: [{ id: payoutId, state: "returned" }], reason });
    await recordStaffAct(client, {
      actorId: returnedBy,
      act: "return_payout",
      subject: `payout:${payoutId}`,
      before: { state: "reserved" },
      after: { state: "returned" },
      reason,
    });
  });
}
