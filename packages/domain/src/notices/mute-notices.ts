import type { MutableNotice } from "@sightline/contract/notices";
import { accountProfile } from "@sightline/db/schema/account";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";

/** Which notices an account does not want by mail. */
export async function mutedNotices(ctx: Pick<DomainContext, "db">, accountId: number): Promise<string[]> {
  const [row] = await ctx.db
    .select({ muted: accountProfile.mutedNotices })
    .from(accountProfile)
    .where(eq(accountProfile.accountId, accountId));
  return row?.muted ?? [];
}

/** These notices, and no others, are no longer mailed to the account. */
export async function muteNotices(
  ctx: Pick<DomainContext, "db">,
  { accountId, muted }: { accountId: number; muted: readonly MutableNotice[] },
): Promise<void> {
  await ctx.db
    .update(accountProfile)
    .set({ mutedNotices: [...new Set(muted)] })
    .where(eq(accountProfile.accountId, accountId));
}
