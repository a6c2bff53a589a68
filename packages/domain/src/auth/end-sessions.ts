import { authSession } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import type { Authentication } from "./authentication";
import { forgetSessions } from "./forget-sessions";

/** Ends all of a user's sessions, at once in this process and within a moment in the others. */
export async function endSessions(
  ctx: Pick<DomainContext, "db" | "hints">,
  auth: Authentication,
  userId: string,
): Promise<void> {
  const gone = await ctx.db
    .delete(authSession)
    .where(eq(authSession.userId, userId))
    .returning({ id: authSession.id });
  forgetSessions(
    ctx,
    auth,
    gone.map(({ id }) => id),
  );
}
