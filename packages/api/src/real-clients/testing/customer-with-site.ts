import type { DomainContext } from "@sightline/domain/context";
import { buildAccount, buildApiKey, buildSite } from "@sightline/domain/testing/builders";

export const OWN_SITE = "own.test";

/** A customer with a dollar, a key, and a site that counts as proved to be theirs. */
export async function buildCustomerWithSite(ctx: DomainContext): Promise<{ accountId: number; key: string }> {
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  const key = await buildApiKey(ctx, accountId);
  await buildSite(ctx, accountId, { host: OWN_SITE });
  return { accountId, key };
}
