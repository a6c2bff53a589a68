import type { RequestRetention } from "@sightline/contract/request-log";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { requestRetentionOf } from "./request-retention-of";

/** Holds for the calls that are there, too: at once for who reads them, and `sweepRequests` deletes them soon after. */
export async function setRequestRetention(
  ctx: Pick<DomainContext, "pool" | "db" | "requestLog">,
  accountId: number,
  days: number,
): Promise<RequestRetention> {
  if (days > ctx.requestLog.days)
    throw new Refusal("conflict", `Calls are kept for ${ctx.requestLog.days} days here, and no longer.`);
  await ctx.pool.query(
    `insert into request_retention (account_id, days, swept_to) values ($1::int, $2::smallint, 0)
     on conflict (account_id) do update set days = excluded.days`,
    [accountId, days],
  );
  return requestRetentionOf(ctx, accountId);
}
