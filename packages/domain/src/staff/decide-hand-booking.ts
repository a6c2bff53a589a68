import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { bookByHand } from "./deposit-by-hand";

interface Decided {
  accountId: number;
  amountMicros: number;
  reason: string;
  chainDepositId: number | null;
}

/**
 * Another admin approves a deposit by hand that was over the limit, which books it, or refuses it. Whoever asked for
 * it may take it back, but never approve it.
 */
export async function decideHandBooking(
  ctx: DomainContext,
  { bookingId, approve, decidedBy }: { bookingId: number; approve: boolean; decidedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const asked = await client.query<{ asked_by: number }>(
      "select asked_by from hand_booking where id = $1 and state = 'waiting' for update",
      [bookingId],
    );
    if (asked.rows[0] === undefined) throw new Refusal("conflict", "This deposit no longer waits.");
    if (approve && asked.rows[0].asked_by === decidedBy)
      throw new Refusal("conflict", "Another admin must approve what you have asked for.");
    const { rows } = await client.query<Decided>(
      `update hand_booking set state = $2, decided_by = $3, decided_at = $4 where id = $1
       returning account_id as "accountId", amount_micros as "amountMicros", reason,
         chain_deposit_id as "chainDepositId"`,
      [bookingId, approve ? "approved" : "refused", decidedBy, new Date(ctx.clock.nowMs())],
    );
    const [decided] = rows;
    if (decided === undefined) return;
    if (!approve) {
      return recordStaffAct(client, {
        actorId: decidedBy,
        act: "refuse_deposit",
        subject: `account:${decided.accountId}`,
        before: { bookingId, amountMicros: decided.amountMicros },
        after: null,
      });
    }
    const { chainDepositId, ...deposit } = decided;
    await bookByHand(ctx, client, {
      ...deposit,
      bookedBy: decidedBy,
      ...(chainDepositId !== null && { chainDepositId }),
    });
  });
}
