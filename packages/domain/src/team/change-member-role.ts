import type { TeamRole } from "@sightline/contract/team-areas";
import { authSession, authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { Authentication } from "../auth/authentication";
import { forgetSessions } from "../auth/forget-sessions";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";
import { keepAnOwner } from "./keep-an-owner";
import { lockTeam, memberIn, stillOwner } from "./lock-team";

/** Gives a member another role, which holds from their next call on. An account keeps an owner. */
export async function changeMemberRole(
  ctx: Pick<DomainContext, "db" | "clock" | "mail" | "hints">,
  auth: Authentication,
  { accountId, userId: self, email: by }: Pick<Actor, "accountId" | "userId" | "email">,
  { userId, role }: { userId: string; role: TeamRole },
): Promise<void> {
  const sessions = await ctx.db.transaction(async (tx) => {
    const team = await lockTeam(tx, accountId);
    stillOwner(team, self);
    const member = memberIn(team, userId);
    if (member.role === role) return [];
    await keepAnOwner(tx, { accountId, team, leaving: member });
    await tx.update(authUser).set({ teamRole: role }).where(eq(authUser.id, userId));
    const params = { email: member.email, role, by };
    await giveNotice(ctx, { accountId, userId, notice: "member_role_changed", params }, tx);
    return tx.select({ id: authSession.id }).from(authSession).where(eq(authSession.userId, userId));
  });
  forgetSessions(
    ctx,
    auth,
    sessions.map(({ id }) => id),
  );
}
