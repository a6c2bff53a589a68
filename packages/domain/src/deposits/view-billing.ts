import type { BillingView } from "@sightline/contract/deposits";
import { getAddress } from "viem";
import { viewChain } from "../chain/view-chain";
import type { DomainContext } from "../context";
import { paymentSettings } from "../payments/payment-settings";

/** A customer's balance, and how it is filled. */
export async function viewBilling(
  ctx: Pick<DomainContext, "pool" | "db" | "chain">,
  accountId: number,
): Promise<BillingView> {
  const { rows } = await ctx.pool.query<{
    available: number;
    held: number;
    address: string | null;
    billedTo: string | null;
    alertBelow: number | null;
  }>({
    name: "view_billing",
    text: `select a.available_micros as available, a.held_micros as held, p.billed_to as "billedTo",
             p.alert_below_micros as "alertBelow",
             (select address from deposit_address where account_id = a.id order by index desc limit 1) as address
           from account a left join billing_profile p on p.account_id = a.id where a.id = $1`,
    values: [accountId],
  });
  const [row] = rows;
  const chain = await viewChain(ctx);
  const { depositMinimumMicros } = await paymentSettings(ctx);
  return {
    availableMicros: row?.available ?? 0,
    heldMicros: row?.held ?? 0,
    chain,
    depositMinimumMicros,
    address: chain && row?.address ? getAddress(row.address) : null,
    billedTo: row?.billedTo ?? "",
    alertBelowMicros: row?.alertBelow ?? null,
  };
}
