import { LIMITS, type LimitName } from "@sightline/contract/limits";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
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
  {
    accountId,
    limit,
    value,
    changedBy,
  }: { accountId: number; limit: LimitName; value: number | null; changedBy: number | null },
): Promise<void> {
  if (!isAccountLimit(limit))
    throw new Refusal("conflict", "This limit is not one that an account can have.");
  await inTransaction(ctx.pool, async (transaction) => {
    const { rows } = await transaction.query<{ before: number | null }>({
      ...SET_LIMIT_STATEMENT,
      values: [accountId, limit, value],
    });
    const row = rows[0];
    if (row === undefined) throw new Refusal("not_found", "There is no such account.");
    await recordStaffAct(transaction, {
      actorId: changedBy,
      act: "set_account_limit",
      subject: `account:${accountId}`,
      before: { [limit]: row.before },
      after: { [limit]: value },
    });
  });
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
}

/** $1 account, $2 limit, $3 its value or null. Returns what the account had before. */
const SET_LIMIT_STATEMENT = {
  name: "set_account_limit",
  text: `
with before as (select account_id, limit_overrides from account_profile where account_id = $1 for update)
update account_profile p
set limit_overrides = jsonb_strip_nulls(p.limit_overrides || jsonb_build_object($2::text, $3::int))
from before b where p.account_id = b.account_id
returning (b.limit_overrides ->> $2)::int as before`,
} as const;
