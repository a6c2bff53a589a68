import type { KeySpendRow } from "@sightline/contract/api-keys";
import type { DomainContext } from "../context";
import { dayOf } from "./key-budgets";

/** What an account's keys with a budget have spent today and this month (UTC), as of about a second ago. */
export async function listKeySpend(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<KeySpendRow[]> {
  const { rows } = await ctx.pool.query<KeySpendRow>({
    name: "list_key_spend",
    text: `
select k.id as "keyId", coalesce(sum(s.micros) filter (where s.day = $2::date), 0)::bigint as "dayMicros",
  coalesce(sum(s.micros), 0)::bigint as "monthMicros"
from api_key k left join key_spend s on s.key_id = k.id and s.day between date_trunc('month', $2::date)::date and $2::date
where k.account_id = $1 and k.revoked_at is null and (k.day_budget_micros is not null or k.month_budget_micros is not null)
group by k.id order by k.id`,
    values: [accountId, dayOf(ctx.clock.nowMs())],
  });
  return rows;
}
