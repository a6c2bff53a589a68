import type { AcceptInvitationReply } from "@sightline/contract/session";
import { authUser, staffInvitation } from "@sightline/db/schema/auth";
import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import type { Authentication } from "./authentication";
import { invitationHash } from "./invite-staff";
import { makeUser } from "./make-user";
import type { Visit } from "./visit";

/**
 * Makes the moderator or admin whom an approved invitation names, and logs them in. The link works once: the address it
 * names can have only one user, which holds also when it is used twice at the same time or the process dies before
 * it is marked as used.
 */
export async function acceptInvitation(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<{ reply: AcceptInvitationReply; setCookies: string[] }> {
  const now = new Date(ctx.clock.nowMs());
  const [invitation] = await ctx.db
    .select()
    .from(staffInvitation)
    .where(
      and(
        eq(staffInvitation.tokenSha256, invitationHash(token)),
        isNull(staffInvitation.usedAt),
        ne(staffInvitation.state, "refused"),
        gt(staffInvitation.expiresAt, now),
      ),
    );
  if (invitation?.state === "waiting") return { reply: { outcome: "waits" }, setCookies: [] };
  const made =
    invitation === undefined
      ? null
      : await makeUser(ctx, auth, visit, { email: invitation.email, role: invitation.role, name, password });
  if (invitation === undefined || made === null)
    return { reply: { outcome: "not_possible" }, setCookies: [] };
  const { me } = made;
  await ctx.db.transaction(async (tx) => {
    // The link came by the address that it names.
    await tx.update(authUser).set({ emailVerified: true }).where(eq(authUser.id, me.userId));
    await tx.update(staffInvitation).set({ usedAt: now }).where(eq(staffInvitation.id, invitation.id));
    await recordStaffAct(tx, {
      actorId: me.accountId,
      act: "join_staff",
      subject: `account:${me.accountId}`,
      before: null,
      after: { role: invitation.role, invitedBy: invitation.invitedBy, approvedBy: invitation.decidedBy },
    });
  });
  return { reply: { outcome: "signed_up", me }, setCookies: made.setCookies };
}
