import type { DomainContext } from "@sightline/domain/context";
import { buildAccount, buildApiKey } from "@sightline/domain/testing/builders";

export const OWN_SITE = "own.test";

/** A customer with a dollar, a key, and a site that counts as proved to be theirs. */
export async function buildCustomerWithSite(ctx: DomainContext): Promise<{ accountId: number; key: string }> {
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  const key = await buildApiKey(ctx, accountId);
  await ctx.pool.query(
    "insert into site (account_id, host, created_at, verified_at) values ($1, $2, $3, $3)",
    [accountId, OWN_SITE, new Date(ctx.clock.nowMs())],
  );
  return { accountId, key };
}
