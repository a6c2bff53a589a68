import type { HandBookingReply } from "@sightline/contract/deposits";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { depositByHand } from "./deposit-by-hand";

/** An admin books a deposit that is not booked by itself: of a token that is not accepted, or too small a one. */
export async function bookChainDeposit(
  ctx: DomainContext,
  deposit: { depositId: number; amountMicros: number; reason: string; bookedBy: number },
): Promise<HandBookingReply> {
  const { depositId, ...booking } = deposit;
  const { rows } = await ctx.pool.query<{ accountId: number; waits: boolean }>(
    `select account_id as "accountId",
       exists(select from hand_booking h where h.chain_deposit_id = d.id and h.state = 'waiting') as waits
     from chain_deposit d where id = $1 and state in ('unsupported', 'too_small')`,
    [depositId],
  );
  const [found] = rows;
  if (found === undefined)
    throw new Refusal("not_found", "There is no deposit of that number to book by hand.");
  if (found.waits) throw new Refusal("conflict", "Another admin is asked to approve this deposit already.");
  return depositByHand(ctx, { ...booking, accountId: found.accountId, chainDepositId: depositId });
}
