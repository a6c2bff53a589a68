import type { DepositsState, WaitingBooking } from "@sightline/contract/deposits";
import { viewChain } from "../chain/view-chain";
import type { DomainContext } from "../context";
import { paymentSettings } from "../payments/payment-settings";

const WAITING_MAX = 100;

/** What staff see above the list: the chain, what waits for a second person, what the operator has set. */
export async function viewDeposits(
  ctx: Pick<DomainContext, "pool" | "db" | "chain">,
  actorId: number,
): Promise<DepositsState> {
  const { rows } = await ctx.pool.query<WaitingBooking>({
    name: "waiting_bookings",
    text: `select h.id as "bookingId", h.account_id as "accountId", coalesce(u.email, '') as email,
             h.amount_micros as "amountMicros", h.reason, coalesce(s.email, '') as "askedByEmail",
             (extract(epoch from h.asked_at) * 1000)::bigint as "askedAtMs", h.asked_by = $1::int as "isMine"
           from hand_booking h left join auth_user u on u.account_id = h.account_id
             left join auth_user s on s.account_id = h.asked_by
           where h.state = 'waiting' order by h.id limit ${WAITING_MAX}`,
    values: [actorId],
  });
  const { payoutsPlannedAt, ...settings } = await paymentSettings(ctx);
  return {
    chain: await viewChain(ctx),
    waiting: rows,
    settings: { ...settings, payoutsPlannedAtMs: payoutsPlannedAt?.getTime() ?? null },
  };
}
