import { account, accountProfile } from "@sightline/db/schema/account";
import { apiKey } from "@sightline/db/schema/api-key";
import { authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import { keySecret, makeApiKey } from "../api-keys/make-api-key";
import type { DomainContext } from "../context";

/**
 * Gives a user the account that belongs to them, in one transaction; a user who has one keeps it. Sign-up calls
 * this after the library has made the user, and every log-in of a user without an account calls it again: so a
 * process that dies between the two leaves nothing to repair by hand. `firstApiKey` is the key of a new customer
 * account when `withApiKey` asks for it, and exists in plain words only here.
 */
export function openAccount(
  ctx: Pick<DomainContext, "db" | "clock">,
  userId: string,
  { withApiKey }: { withApiKey: boolean },
): Promise<{ accountId: number; firstApiKey: string | null }> {
  return ctx.db.transaction(async (tx) => {
    const [user] = await tx.select().from(authUser).where(eq(authUser.id, userId)).for("update");
    if (user === undefined) throw new Error("a user without a row cannot have an account");
    const had = user.accountId ?? user.memberOf;
    if (had !== null) return { accountId: had, firstApiKey: null };

    const [made] = await tx.insert(account).values({ role: user.role }).returning({ id: account.id });
    if (made === undefined) throw new Error("an insert returned no row");
    const createdAt = new Date(ctx.clock.nowMs());
    await tx.insert(accountProfile).values({ accountId: made.id, createdAt });
    await tx.update(authUser).set({ accountId: made.id }).where(eq(authUser.id, userId));
    if (user.role !== "customer" || !withApiKey) return { accountId: made.id, firstApiKey: null };

    const key = makeApiKey();
    await tx.insert(apiKey).values({ accountId: made.id, name: "First key", createdAt, ...keySecret(key) });
    return { accountId: made.id, firstApiKey: key };
  });
}
