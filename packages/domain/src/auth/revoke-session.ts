import { authSession } from "@sightline/db/schema/auth";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import type { Authentication } from "./authentication";

/**
 * Ends one of a user's sessions, at once in this process and within a moment in the others. False when there is no
 * such session of this user.
 */
export async function revokeSession(
  ctx: DomainContext,
  auth: Authentication,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<boolean> {
  const gone = await ctx.db
    .delete(authSession)
    .where(and(eq(authSession.id, sessionId), eq(authSession.userId, userId)))
    .returning({ id: authSession.id });
  if (gone.length === 0) return false;
  auth.sessions.forgetSession(sessionId);
  ctx.hints.changed(`session:${sessionId}`);
  return true;
}
