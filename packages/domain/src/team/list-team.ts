import { TEAM_MAX, type TeamView } from "@sightline/contract/team";
import { teamInvitation } from "@sightline/db/schema/team-invitation";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { DomainContext } from "../context";
import { readTeam } from "./lock-team";

/** Who may use an account, and who is asked to. */
export async function listTeam(
  ctx: Pick<DomainContext, "db" | "clock">,
  { accountId, userId }: Pick<Actor, "accountId" | "userId">,
): Promise<TeamView> {
  const team = await readTeam(ctx.db, accountId);
  const invitations = await ctx.db
    .select()
    .from(teamInvitation)
    .where(
      and(eq(teamInvitation.accountId, accountId), gt(teamInvitation.expiresAt, new Date(ctx.clock.nowMs()))),
    )
    .orderBy(asc(teamInvitation.id))
    .limit(TEAM_MAX);
  return {
    members: team.map((member) => ({
      userId: member.userId,
      name: member.name,
      email: member.email,
      role: member.role,
      you: member.userId === userId,
      joinedAtMs: member.joinedAt.getTime(),
      secondFactor: member.secondFactor,
    })),
    invitations: invitations.map(({ id, email, role, expiresAt }) => ({
      id,
      email,
      role,
      expiresAtMs: expiresAt.getTime(),
    })),
  };
}
