import type { ConfirmEmailReply } from "@sightline/contract/access";
import { authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import { openAccount } from "../accounts/open-account";
import type { DomainContext } from "../context";
import { takeAuthLink } from "./auth-links";

/**
 * Confirms an address by the link that was mailed to it, and opens the user's account where sign-up has waited for
 * this.
 */
export async function confirmEmail(
  ctx: Pick<DomainContext, "db" | "clock">,
  { token }: { token: string },
): Promise<ConfirmEmailReply> {
  const userId = await ctx.db.transaction(async (tx) => {
    const taken = await takeAuthLink(tx, { token, purpose: "confirm_email", nowMs: ctx.clock.nowMs() });
    if (taken !== null) await tx.update(authUser).set({ emailVerified: true }).where(eq(authUser.id, taken));
    return taken;
  });
  if (userId === null) return { outcome: "not_possible" };
  const { firstApiKey } = await openAccount(ctx, userId, { withApiKey: true });
  return { outcome: "confirmed", firstApiKey };
}
