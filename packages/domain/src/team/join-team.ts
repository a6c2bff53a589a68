import type { JoinTeamReply } from "@sightline/contract/team";
import { authUser } from "@sightline/db/schema/auth";
import { teamInvitation } from "@sightline/db/schema/team-invitation";
import { and, eq, gt } from "drizzle-orm";
import type { Authentication } from "../auth/authentication";
import { endSessions } from "../auth/end-sessions";
import { invitationHash } from "../auth/invite-staff";
import { makeUserOnly } from "../auth/make-user";
import type { Visit } from "../auth/visit";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";
import { acceptPolicy, refuseOtherPolicy } from "../policy/accept-policy";

interface Wanted {
  token: string;
  name: string;
  password: string;
  acceptedPolicyVersion: number;
}

/**
 * Makes the log-in of somebody who was invited into a customer's team, and logs them in. The link works once: its
 * address can have only one user, and the invitation is used up by the transaction that makes the member.
 */
export async function joinTeam(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  { token, name, password, acceptedPolicyVersion: version }: Wanted,
): Promise<{ reply: JoinTeamReply; setCookies: string[] }> {
  await refuseOtherPolicy(ctx, version);
  const alive = and(
    eq(teamInvitation.tokenSha256, invitationHash(token)),
    gt(teamInvitation.expiresAt, new Date(ctx.clock.nowMs())),
  );
  const [invited] = await ctx.db.select().from(teamInvitation).where(alive);
  const isOpen = invited !== undefined && ctx.suspensions.of(invited.accountId) === null;
  const { email, accountId, role } = invited ?? { email: "", accountId: 0, role: "reader" as const };
  const made = isOpen ? await makeUserOnly(auth, visit, { email, name, password, role: "customer" }) : null;
  if (made === null) return NOT_POSSIBLE;
  const { userId } = made;
  const joined = await ctx.db.transaction(async (tx) => {
    const [used] = await tx.delete(teamInvitation).where(alive).returning({ id: teamInvitation.id });
    if (used === undefined) return false;
    await tx
      .update(authUser)
      // A link that was mailed came by the address that it names.
      .set({ memberOf: accountId, teamRole: role, emailVerified: ctx.mail.options.mode !== "off" })
      .where(eq(authUser.id, userId));
    await giveNotice(ctx, { accountId, notice: "member_joined", params: { email, role } }, tx);
    return true;
  });
  if (!joined) {
    // Taken back meanwhile: nothing is left of the attempt.
    await endSessions(ctx, auth, userId);
    await ctx.db.delete(authUser).where(eq(authUser.id, userId));
    return NOT_POSSIBLE;
  }
  await acceptPolicy(ctx, { userId, version });
  const me = { userId, accountId, name, email, role: "customer" as const, teamRole: role };
  return { reply: { outcome: "joined", me }, setCookies: made.setCookies };
}

const NOT_POSSIBLE = { reply: { outcome: "not_possible" as const }, setCookies: [] };
