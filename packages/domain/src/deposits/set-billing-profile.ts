import type { DomainContext } from "../context";

/** Who the customer's receipts are for, and below which balance there is a word; null for none. */
export async function setBillingProfile(
  { pool }: Pick<DomainContext, "pool">,
  profile: { accountId: number; billedTo: string; alertBelowMicros: number | null },
): Promise<void> {
  await pool.query({
    name: "set_billing_profile",
    text: `insert into billing_profile (account_id, billed_to, alert_below_micros) values ($1, $2, $3)
           on conflict (account_id) do update set billed_to = $2, alert_below_micros = $3,
             alerted_at = case when billing_profile.alert_below_micros is not distinct from $3::bigint
               then billing_profile.alerted_at end`,
    values: [profile.accountId, profile.billedTo, profile.alertBelowMicros],
  });
}
