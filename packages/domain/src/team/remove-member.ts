import type { LeaveTeamReply } from "@sightline/contract/team";
import { authSession, authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { Authentication } from "../auth/authentication";
import { forgetSessions } from "../auth/forget-sessions";
import { provePassword } from "../auth/prove-password";
import type { DomainContext } from "../context";
import { queueMail } from "../mail/queue-mail";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";
import { keepAnOwner } from "./keep-an-owner";
import { lockTeam, memberIn, stillOwner } from "./lock-team";

type Context = Pick<DomainContext, "db" | "pool" | "clock" | "mail" | "hints">;

/** Ends another member's log-in. */
export async function removeMember(
  ctx: Context,
  auth: Authentication,
  { accountId, userId: self, email }: Actor,
  { userId }: { userId: string },
): Promise<void> {
  if (userId === self) throw new Refusal("conflict", "To go yourself, leave the team.");
  await endMembership(ctx, auth, { accountId, userId, by: self, how: `They were removed by ${email}.` });
}

/** Ends one's own log-in; the password proves that it is its owner who wants that. */
export async function leaveTeam(
  ctx: Context,
  auth: Authentication,
  actor: Actor,
  { password }: { password: string },
): Promise<LeaveTeamReply> {
  const proof = await provePassword(ctx, actor, password);
  if (proof.outcome !== "right") return proof;
  const { accountId, userId } = actor;
  await endMembership(ctx, auth, { accountId, userId, by: null, how: "They have left." });
  return { outcome: "left" };
}

/**
 * The user's row takes password, passkeys, second factor and sessions with it, and every open tab is asked to log in at
 * its next call. An account keeps an owner.
 */
async function endMembership(
  ctx: Context,
  auth: Authentication,
  { accountId, userId, by, how }: { accountId: number; userId: string; by: string | null; how: string },
): Promise<void> {
  const sessions = await ctx.db.transaction(async (tx) => {
    const team = await lockTeam(tx, accountId);
    if (by !== null) stillOwner(team, by);
    const member = memberIn(team, userId);
    await keepAnOwner(tx, { accountId, team, leaving: member });
    const ended = await tx
      .delete(authSession)
      .where(eq(authSession.userId, userId))
      .returning({ id: authSession.id });
    await tx.delete(authUser).where(eq(authUser.id, userId));
    const { email } = member;
    await giveNotice(ctx, { accountId, notice: "member_left", params: { email, how } }, tx);
    const text =
      "You can no longer use the account at Sightline into whose team you were invited, and your log-in for it is deleted.\n";
    await queueMail(ctx, { to: email, subject: "You are no longer in the team", text }, tx);
    return ended;
  });
  forgetSessions(
    ctx,
    auth,
    sessions.map(({ id }) => id),
  );
}
