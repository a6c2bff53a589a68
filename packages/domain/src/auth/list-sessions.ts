import type { SessionRow } from "@sightline/contract/session";
import { authSession } from "@sightline/db/schema/auth";
import { and, desc, eq, gt } from "drizzle-orm";
import type { DomainContext } from "../context";
import type { Actor } from "./actor";

const SESSIONS_MAX = 100;

/** Where somebody is logged in, newest first, at most a hundred. The sessions' secrets stay in the table. */
export async function listSessions(
  ctx: Pick<DomainContext, "db" | "clock">,
  actor: Actor,
): Promise<SessionRow[]> {
  const rows = await ctx.db
    .select()
    .from(authSession)
    .where(and(eq(authSession.userId, actor.userId), gt(authSession.expiresAt, new Date(ctx.clock.nowMs()))))
    .orderBy(desc(authSession.createdAt))
    .limit(SESSIONS_MAX);
  return rows.map((row) => ({
    id: row.id,
    current: row.id === actor.sessionId,
    createdAtMs: row.createdAt.getTime(),
    expiresAtMs: row.expiresAt.getTime(),
    address: row.ipAddress || null,
    userAgent: row.userAgent || null,
  }));
}
