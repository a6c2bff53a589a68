import { accountProfile } from "@sightline/db/schema/account";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";

/** The addresses that may use an account's keys; empty allows every address. */
export async function allowedAddresses(ctx: Pick<DomainContext, "db">, accountId: number): Promise<string[]> {
  const [profile] = await ctx.db
    .select({ addresses: accountProfile.allowedAddresses })
    .from(accountProfile)
    .where(eq(accountProfile.accountId, accountId));
  return profile?.addresses ?? [];
}
