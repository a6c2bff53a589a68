import { LIMITS, type LimitName } from "@sightline/contract/limits";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

/** Whether a limit can be set for one account: it counts what this account's keys do. */
export function isAccountLimit(name: LimitName): boolean {
  return LIMITS[name].per === "account" && !LIMITS[name].exact;
}

/**
 * Sets what a limit's count is for one account, or back to the usual with null. It holds at once in this process
 * and by a hint (or within 30 s) in the others.
 */
export async function setAccountLimit(
  ctx: Pick<DomainContext, "pool" | "apiKeys" | "hints">,
  { accountId, limit, value }: { accountId: number; limit: LimitName; value: number | null },
): Promise<void> {
  if (!isAccountLimit(limit))
    throw new Refusal("conflict", "This limit is not one that an account can have.");
  const { rowCount } = await ctx.pool.query({
    name: "set_account_limit",
    text: `update account_profile set limit_overrides = jsonb_strip_nulls(limit_overrides || jsonb_build_object($2::text, $3::int))
           where account_id = $1`,
    values: [accountId, limit, value],
  });
  if (rowCount === 0) throw new Refusal("not_found", "There is no such account.");
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
}
