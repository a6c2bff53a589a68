import type { DomainContext } from "../context";
import { bookDeposit } from "../ledger/book-deposit";
import { Refusal } from "../refusal";

/** An admin pays money into a customer's account, with the reason that the books keep. Refuses all other accounts. */
export async function depositByHand(
  ctx: DomainContext,
  deposit: { accountId: number; amountMicros: number; reason: string; bookedBy: number },
): Promise<{ bookingId: number }> {
  const booked = await bookDeposit(ctx, deposit);
  if (booked === null) throw new Refusal("not_found", "There is no such customer.");
  return booked;
}
