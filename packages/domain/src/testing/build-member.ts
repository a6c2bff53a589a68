import { randomBytes } from "node:crypto";
import type { TeamRole } from "@sightline/contract/team-areas";
import type { Authentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import type { DomainContext } from "../context";
import { listCaughtMail } from "../mail/list-caught-mail";
import { inviteMember } from "../team/invite-member";
import { joinTeam } from "../team/join-team";
import { buildVisit, cookieHeader, type Person, TEST_PASSWORD } from "./build-person";

/** An invitation by an owner, and the secret that the mail of it holds. */
export async function buildTeamInvitation(
  ctx: DomainContext,
  auth: Authentication,
  owner: Person,
  { email, role }: { email: string; role: TeamRole },
): Promise<string> {
  const actor = await findActor(auth, owner.visit);
  if (actor === null) throw new Error("no session");
  const { outcome } = await inviteMember(ctx, actor, { email, role });
  if (outcome !== "invited") throw new Error(outcome);
  const mail = (await listCaughtMail(ctx)).find(({ to }) => to === email);
  return /\/join#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

/** A further member of somebody's account, invited and joined as people are. */
export async function buildMember(
  ctx: DomainContext,
  auth: Authentication,
  owner: Person,
  role: TeamRole,
): Promise<Person> {
  const email = `${role}-${randomBytes(6).toString("hex")}@example.org`;
  const token = await buildTeamInvitation(ctx, auth, owner, { email, role });
  const visit = buildVisit();
  const wanted = { token, name: "Test Member", password: TEST_PASSWORD, acceptedPolicyVersion: 1 };
  const { reply, setCookies } = await joinTeam(ctx, auth, visit, wanted);
  if (reply.outcome !== "joined") throw new Error(reply.outcome);
  const { userId, accountId } = reply.me;
  return {
    email,
    userId,
    accountId,
    firstApiKey: null,
    visit: { ...visit, cookie: cookieHeader(setCookies) },
  };
}
