import type { PayoutView } from "@sightline/contract/payouts";
import type { DomainContext } from "../context";
import { paymentSettings } from "../payments/payment-settings";
import { nextPayoutDay } from "./next-payout-day";

const ROWS_MAX = 100;

/** A worker's own payouts: the address, what is pending and confirmed, what was paid. */
export async function viewPayouts(
  ctx: Pick<DomainContext, "pool" | "db" | "clock" | "chain">,
  accountId: number,
): Promise<PayoutView> {
  const now = new Date(ctx.clock.nowMs());
  const { rows } = await ctx.pool.query<
    Pick<PayoutView, "pendingMicros" | "confirmedMicros" | "address" | "next" | "heldReason">
  >({
    name: "view_payouts",
    text: `
      select a.pending_micros as "pendingMicros", a.available_micros as "confirmedMicros",
        (select address from payout_address where account_id = a.id and cancelled_at is null
           and effective_at <= $2::timestamptz order by id desc limit 1) as address,
        (select json_build_object('address', address, 'fromMs', (extract(epoch from effective_at) * 1000)::bigint)
           from payout_address where account_id = a.id and cancelled_at is null
           and effective_at > $2::timestamptz order by id desc limit 1) as next,
        (select reason from payout_check where account_id = a.id and held) as "heldReason"
      from account a where a.id = $1::int`,
    values: [accountId, now],
  });
  const payouts = await ctx.pool.query<PayoutView["payouts"][number]>({
    name: "list_own_payouts",
    text: `select p.id as "payoutId", p.micros, p.address, p.state, p.tx_hash as "txHash", b.symbol,
             (extract(epoch from coalesce(p.ended_at, b.made_at)) * 1000)::bigint as "atMs", p.reason
           from payout p join payout_batch b on b.id = p.batch_id
           where p.account_id = $1 order by p.id desc limit ${ROWS_MAX}`,
    values: [accountId],
  });
  const settings = await paymentSettings(ctx);
  return {
    pendingMicros: rows[0]?.pendingMicros ?? 0,
    confirmedMicros: rows[0]?.confirmedMicros ?? 0,
    address: rows[0]?.address ?? null,
    next: rows[0]?.next ?? null,
    network: ctx.chain && { chainId: ctx.chain.options.chainId, name: ctx.chain.options.name },
    thresholdMicros: settings.payoutThresholdMicros,
    addressDelayHours: settings.payoutAddressDelayHours,
    plannedAtMs: nextPayoutDay(settings, now.getTime()),
    heldReason: rows[0]?.heldReason ?? null,
    payouts: payouts.rows,
  };
}
