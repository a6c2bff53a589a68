import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { bookDeposit } from "../ledger/book-deposit";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

/** An admin pays money into a customer's account, with the reason that the books keep. Refuses all other accounts. */
export async function depositByHand(
  ctx: DomainContext,
  deposit: { accountId: number; amountMicros: number; reason: string; bookedBy: number },
): Promise<{ bookingId: number }> {
  return inTransaction(ctx.pool, async (transaction) => {
    const booked = await bookDeposit(ctx, deposit, transaction);
    if (booked === null) throw new Refusal("not_found", "There is no such customer.");
    await recordStaffAct(transaction, {
      actorId: deposit.bookedBy,
      act: "book_deposit",
      subject: `account:${deposit.accountId}`,
      before: null,
      after: { bookingId: booked.bookingId, amountMicros: deposit.amountMicros },
      reason: deposit.reason,
    });
    return booked;
  });
}
