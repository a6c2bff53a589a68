import type { ResetPasswordReply } from "@sightline/contract/access";
import { authCredential, authUser } from "@sightline/db/schema/auth";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { takeAuthLink } from "./auth-links";
import type { Authentication } from "./authentication";
import { endSessions } from "./end-sessions";
import { hashPassword } from "./password-hasher";

/**
 * Replaces a password by a mailed link, which also proves the address. Every session ends: whoever knew the old
 * password is out. A second factor stays on.
 */
export async function resetPassword(
  ctx: DomainContext,
  auth: Authentication,
  { token, password }: { token: string; password: string },
): Promise<ResetPasswordReply> {
  const hash = await hashPassword(password);
  const userId = await ctx.db.transaction(async (tx) => {
    const taken = await takeAuthLink(tx, { token, purpose: "reset_password", nowMs: ctx.clock.nowMs() });
    if (taken === null) return null;
    await tx
      .update(authCredential)
      .set({ password: hash, updatedAt: new Date(ctx.clock.nowMs()) })
      .where(and(eq(authCredential.userId, taken), eq(authCredential.providerId, "credential")));
    await tx.update(authUser).set({ emailVerified: true }).where(eq(authUser.id, taken));
    return taken;
  });
  if (userId === null) return { outcome: "not_possible" };
  await endSessions(ctx, auth, userId);
  return { outcome: "done" };
}
