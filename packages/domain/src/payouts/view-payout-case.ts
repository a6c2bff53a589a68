import type { PayoutClaims } from "@sightline/contract/moderation";
import type { DomainContext } from "../context";
import { payoutFacts, signsOf } from "./payout-facts";

/** What a moderator sees of a worker's next payout: why it is looked at, and what was paid before. */
export async function viewPayoutCase(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<PayoutClaims | null> {
  const [facts] = await payoutFacts(ctx.pool, { accountIds: [accountId], nowMs: ctx.clock.nowMs() });
  if (facts === undefined) return null;
  const { rows } = await ctx.pool.query<{ state: "made" | "approved" }>({
    name: "batch_of_payout",
    text: `select b.state from payout p join payout_batch b on b.id = p.batch_id
           where p.account_id = $1 and p.state = 'reserved'`,
    values: [accountId],
  });
  const { micros, address, paidCount, usualMicros, lastAddress, linkedCustomers } = facts;
  const inBatch = rows[0]?.state ?? null;
  const signs = signsOf(facts);
  return { signs, micros, address, paidCount, usualMicros, lastAddress, linkedCustomers, inBatch };
}
