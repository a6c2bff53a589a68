import { formatUsd } from "@sightline/contract/money";
import { openDatabase } from "@sightline/db/database";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import type { Service } from "../maintenance/service";
import { giveNotice } from "../notices/give-notice";

const BATCH_MAX = 100;

/** Tells customers once that their balance fell below what they set, and again only after it was above. */
export const alertLowBalances: Service = {
  name: "alert-low-balances",
  everyMs: 30_000,
  async runOnce(ctx) {
    await ctx.pool.query({
      name: "rearm_balance_alerts",
      text: `update billing_profile p set alerted_at = null from account a
             where a.id = p.account_id and p.alerted_at is not null and p.alert_below_micros is not null
               and a.available_micros >= p.alert_below_micros`,
    });
    return inTransaction(ctx.pool, async (client) => {
      const { rows } = await client.query<{ accountId: number; below: number; available: number }>({
        name: "low_balances",
        text: `update billing_profile p set alerted_at = $1::timestamptz from account a
               where p.account_id = any(array(
                   select l.account_id from billing_profile l join account b on b.id = l.account_id
                   where l.alerted_at is null and l.alert_below_micros is not null
                     and b.available_micros < l.alert_below_micros
                   order by l.account_id limit ${BATCH_MAX} for update of l skip locked))
                 and a.id = p.account_id
               returning p.account_id as "accountId", p.alert_below_micros as below, a.available_micros as available`,
        values: [new Date(ctx.clock.nowMs())],
      });
      for (const { accountId, below, available } of rows)
        await tell(ctx, client, { accountId, below, available });
      return rows.length;
    });
  },
};

async function tell(
  ctx: DomainContext,
  client: Parameters<typeof openDatabase>[0],
  { accountId, below, available }: { accountId: number; below: number; available: number },
): Promise<void> {
  const params = { amount: formatUsd(below), balance: formatUsd(available) };
  await giveNotice(ctx, { accountId, notice: "balance_low", params }, openDatabase(client));
}
