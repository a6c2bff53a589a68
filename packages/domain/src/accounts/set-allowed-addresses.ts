import { accountProfile } from "@sightline/db/schema/account";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";

/** Replaces the addresses and blocks (CIDR) that may use an account's keys. Each counts once. */
export async function setAllowedAddresses(
  ctx: Pick<DomainContext, "db" | "apiKeys" | "hints">,
  { accountId, addresses }: { accountId: number; addresses: readonly string[] },
): Promise<string[]> {
  const kept = [...new Set(addresses)];
  await ctx.db
    .update(accountProfile)
    .set({ allowedAddresses: kept })
    .where(eq(accountProfile.accountId, accountId));
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
  return kept;
}
