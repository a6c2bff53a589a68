import { accountProfile } from "@sightline/db/schema/account";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";

/** Whether the demo was ever seeded here: its passwords are public, so production refuses to start with them. */
export async function hasDemoAccounts(ctx: Pick<DomainContext, "db">): Promise<boolean> {
  const rows = await ctx.db
    .select({ accountId: accountProfile.accountId })
    .from(accountProfile)
    .where(eq(accountProfile.demo, true))
    .limit(1);
  return rows.length > 0;
}
