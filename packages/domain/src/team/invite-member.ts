import { randomBytes } from "node:crypto";
import { type InviteMemberReply, TEAM_INVITATION_MS, TEAM_MAX } from "@sightline/contract/team";
import type { TeamRole } from "@sightline/contract/team-areas";
import { authUser } from "@sightline/db/schema/auth";
import { teamInvitation } from "@sightline/db/schema/team-invitation";
import { and, count, eq, gt, ne } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import { invitationHash } from "../auth/invite-staff";
import type { DomainContext } from "../context";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { queueMail } from "../mail/queue-mail";
import { Refusal } from "../refusal";
import { lockTeam, stillOwner } from "./lock-team";

type Tx = Parameters<Parameters<DomainContext["db"]["transaction"]>[0]>[0];

/**
 * Mails somebody a one-time link with which they get a log-in of their own for this account; asking again replaces the
 * link. Every address is answered alike, and what it means stands in the mail, so nobody learns here who has an
 * account. Where no mail goes out the link is handed to the owner.
 */
export async function inviteMember(
  ctx: Pick<DomainContext, "db" | "pool" | "clock" | "mail">,
  actor: Actor,
  wanted: { email: string; role: TeamRole },
): Promise<InviteMemberReply> {
  const { accountId } = actor;
  const verdict = await hitExactLimit(ctx, "team_invitations", String(accountId));
  if (!verdict.allowed)
    return { outcome: "too_many", retryAfterSeconds: Math.ceil(verdict.retryAfterMs / 1_000) };
  const email = wanted.email.toLowerCase();
  const now = new Date(ctx.clock.nowMs());
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + TEAM_INVITATION_MS);
  const { mode, publicUrl } = ctx.mail.options;
  const link = new URL(`/join#${token}`, publicUrl).href;
  return ctx.db.transaction(async (tx): Promise<InviteMemberReply> => {
    const team = await lockTeam(tx, accountId);
    stillOwner(team, actor.userId);
    if (team.some((member) => member.email === email))
      throw new Refusal("conflict", `${email} is in the team already.`);
    if (team.length + (await openInvitations(tx, accountId, email, now)) >= TEAM_MAX)
      return { outcome: "full" };
    const fresh = { role: wanted.role, tokenSha256: invitationHash(token), invitedAt: now, expiresAt };
    await tx
      .insert(teamInvitation)
      .values({ accountId, email, ...fresh })
      .onConflictDoUpdate({ target: [teamInvitation.accountId, teamInvitation.email], set: fresh });
    const text = await words(tx, { email, role: wanted.role, by: actor, link });
    await queueMail(ctx, { to: email, subject: `${actor.name} invites you into a team`, text }, tx);
    return { outcome: "invited", link: mode === "off" ? link : null, expiresAtMs: expiresAt.getTime() };
  });
}

async function openInvitations(tx: Tx, accountId: number, besides: string, now: Date): Promise<number> {
  const [open] = await tx
    .select({ count: count() })
    .from(teamInvitation)
    .where(
      and(
        eq(teamInvitation.accountId, accountId),
        ne(teamInvitation.email, besides),
        gt(teamInvitation.expiresAt, now),
      ),
    );
  return open?.count ?? 0;
}

async function words(
  tx: Tx,
  { email, role, by, link }: { email: string; role: TeamRole; by: Actor; link: string },
): Promise<string> {
  const asked = `${by.name} (${by.email}) invites you to use their account at Sightline as ${role}.`;
  const [known] = await tx.select({ id: authUser.id }).from(authUser).where(eq(authUser.email, email));
  if (known !== undefined)
    return `${asked}\n\nThis address has a log-in at Sightline already, and a log-in belongs to one account. Ask them to invite another address of yours.\n`;
  return `${asked} Choose a password within 3 days:\n\n${link}\n\nIf you don't know them, do nothing.\n`;
}
