import { TEAM_INVITATION_MS, TEAM_MAX } from "@sightline/contract/team";
import type { TeamRole } from "@sightline/contract/team-areas";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Authentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import { logIn } from "../auth/log-in";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { listCaughtMail } from "../mail/list-caught-mail";
import { makePartitions } from "../maintenance/make-partitions";
import { askDeletion } from "../my-data/ask-deletion";
import { deleteAccounts } from "../my-data/delete-accounts";
import { listNotices } from "../notices/list-notices";
import { ownPolicy } from "../policy/current-policy";
import { suspendAccount } from "../standing/suspend-account";
import { buildMember, buildTeamInvitation } from "../testing/build-member";
import {
  buildAuthentication,
  buildPerson,
  buildVisit,
  type Person,
  TEST_PASSWORD,
} from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { cancelTeamInvitation } from "./cancel-team-invitation";
import { changeMemberRole } from "./change-member-role";
import { inviteMember } from "./invite-member";
import { joinTeam } from "./join-team";
import { listTeam } from "./list-team";
import { leaveTeam, removeMember } from "./remove-member";
import { sweepTeamInvitations } from "./sweep-team-invitations";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let auth: Authentication;
let owner: Person;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
beforeEach(async () => {
  owner = await buildPerson(ctx, auth, "customer");
});
afterAll(() => domain.stop());

async function actorOf(person: Person) {
  const actor = await findActor(auth, person.visit);
  if (actor === null) throw new Error("this session has ended");
  return actor;
}

let addresses = 0;
const newAddress = () => `asked${++addresses}@example.org`;
const member = (role: TeamRole) => buildMember(ctx, auth, owner, role);
const invitation = (email = newAddress(), role: TeamRole = "developer") =>
  buildTeamInvitation(ctx, auth, owner, { email, role });
const join = (token: string) =>
  joinTeam(ctx, auth, buildVisit(), {
    token,
    name: "Vera Joins",
    password: TEST_PASSWORD,
    acceptedPolicyVersion: 1,
  });
const roles = async () =>
  Object.fromEntries((await listTeam(ctx, owner)).members.map(({ userId, role }) => [userId, role]));
const mailsTo = async (email: string) =>
  (await listCaughtMail(ctx)).filter(({ to }) => to === email).map(({ subject }) => subject);

test("who was invited joins by the mailed link, with a log-in and an acceptance of the policy of their own", async () => {
  const email = newAddress();
  const token = await invitation(email, "billing");
  expect((await listTeam(ctx, owner)).invitations).toMatchObject([
    { email, role: "billing", expiresAtMs: clock.nowMs() + TEAM_INVITATION_MS },
  ]);
  const { reply } = await join(token);
  expect(reply).toMatchObject({
    outcome: "joined",
    me: { accountId: owner.accountId, email, role: "customer", teamRole: "billing" },
  });
  if (reply.outcome !== "joined") throw new Error("never");
  expect((await ownPolicy(ctx, reply.me.userId)).accepted).toBe(true);
  expect((await ownPolicy(ctx, owner.userId)).accepted).toBe(false);
  const { members, invitations } = await listTeam(ctx, owner);
  expect(invitations).toEqual([]);
  expect(members).toMatchObject([
    { email: owner.email, role: "owner", you: true },
    { email, role: "billing", you: false },
  ]);
  const again = await logIn(ctx, auth, buildVisit(), { email, password: TEST_PASSWORD });
  expect(again.reply).toMatchObject({ outcome: "logged_in", me: { accountId: owner.accountId } });
  expect((await listNotices(ctx, owner.accountId)).notices[0]?.subject).toBe(`${email} has joined the team`);
  expect(await mailsTo(owner.email)).toContain(`${email} has joined the team`);
});

test("the link's secret is kept as its hash alone", async () => {
  const token = await invitation();
  const { rows } = await ctx.pool.query<{ row: string }>(
    "select t::text as row from team_invitation t where account_id = $1",
    [owner.accountId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain(token);
});

test("a link works once, also when it is used twice at the same moment", async () => {
  const token = await invitation();
  const replies = await Promise.all([join(token), join(token)]);
  expect(replies.map(({ reply }) => reply.outcome).sort()).toEqual(["joined", "not_possible"]);
  expect((await join(token)).reply.outcome).toBe("not_possible");
  expect((await listTeam(ctx, owner)).members).toHaveLength(2);
});

test("a link that is too old, was taken back, was replaced or never was makes nobody", async () => {
  const [old, replaced, cancelled] = [await invitation(), newAddress(), newAddress()];
  clock.advance(TEAM_INVITATION_MS);
  const first = await invitation(replaced);
  const second = await invitation(replaced);
  const third = await invitation(cancelled);
  const { invitations } = await listTeam(ctx, owner);
  expect(invitations.map(({ email }) => email)).toEqual([replaced, cancelled]);
  const id = invitations.find(({ email }) => email === cancelled)?.id ?? 0;
  await cancelTeamInvitation(ctx, owner, { id });
  for (const token of [old, first, third, "a link that was never made"])
    expect((await join(token)).reply.outcome).toBe("not_possible");
  expect((await listTeam(ctx, owner)).members).toHaveLength(1);
  expect((await join(second)).reply.outcome).toBe("joined");
  await expect(cancelTeamInvitation(ctx, owner, { id })).rejects.toThrow("no such invitation");
});

test("invitations that are too old are forgotten", async () => {
  await invitation();
  clock.advance(TEAM_INVITATION_MS + 1);
  expect(await sweepTeamInvitations.runOnce(ctx)).toBeGreaterThan(0);
  const { rowCount } = await ctx.pool.query("select from team_invitation where account_id = $1", [
    owner.accountId,
  ]);
  expect(rowCount).toBe(0);
});

test("an address that has a log-in already is answered like every other, and the mail says why it cannot join", async () => {
  const other = await buildPerson(ctx, auth, "customer");
  const reply = await inviteMember(ctx, await actorOf(owner), { email: other.email, role: "reader" });
  expect(reply).toMatchObject({ outcome: "invited", link: null });
  const mail = (await listCaughtMail(ctx)).find(({ to }) => to === other.email);
  expect(mail?.text).toContain("has a log-in at Sightline already");
  expect(mail?.text).not.toContain("/join#");
  expect((await actorOf(other)).accountId).toBe(other.accountId);
});

test("somebody who is in the team already is not invited again, and nobody invites themselves", async () => {
  const actor = await actorOf(owner);
  const reader = await member("reader");
  for (const email of [owner.email, owner.email.toUpperCase(), reader.email])
    await expect(inviteMember(ctx, actor, { email, role: "owner" })).rejects.toThrow("in the team already");
});

test(`${TEAM_MAX} members and invitations are the most, and 30 invitations a day`, async () => {
  const actor = await actorOf(owner);
  const invite = (email: string) => inviteMember(ctx, actor, { email, role: "reader" });
  for (let nth = 1; nth < TEAM_MAX; nth++) expect((await invite(newAddress())).outcome).toBe("invited");
  for (let nth = TEAM_MAX; nth <= 30; nth++) expect((await invite(newAddress())).outcome).toBe("full");
  expect(await invite(newAddress())).toEqual({ outcome: "too_many", retryAfterSeconds: 86_400 });
});

test("nobody joins an account that is suspended", async () => {
  const token = await invitation();
  const admin = await buildPerson(ctx, auth, "admin");
  const wanted = { accountId: owner.accountId, reason: "Looked into.", untilMs: null };
  await suspendAccount(ctx, { ...wanted, suspendedBy: admin.accountId });
  expect((await join(token)).reply.outcome).toBe("not_possible");
});

test("another role holds from the next call on, and its member is told", async () => {
  const colleague = await member("reader");
  await changeMemberRole(ctx, auth, await actorOf(owner), { userId: colleague.userId, role: "developer" });
  expect((await actorOf(colleague)).teamRole).toBe("developer");
  expect((await mailsTo(colleague.email))[0]).toBe(`${colleague.email} is developer now`);
  expect((await listNotices(ctx, owner.accountId)).notices[0]?.text).toContain(owner.email);
});

test("of another account nobody can be changed, removed or uninvited: they are not there", async () => {
  const stranger = await actorOf(await buildPerson(ctx, auth, "customer"));
  const colleague = await member("reader");
  await invitation();
  const { invitations } = await listTeam(ctx, owner);
  const { userId } = colleague;
  await expect(changeMemberRole(ctx, auth, stranger, { userId, role: "owner" })).rejects.toThrow("no such");
  await expect(removeMember(ctx, auth, stranger, { userId })).rejects.toThrow("no such member");
  await expect(removeMember(ctx, auth, stranger, { userId: owner.userId })).rejects.toThrow("no such member");
  await expect(cancelTeamInvitation(ctx, stranger, { id: invitations[0]?.id ?? 0 })).rejects.toThrow(
    "no such",
  );
  expect((await listTeam(ctx, stranger)).members.map((each) => each.userId)).toEqual([stranger.userId]);
  expect(await roles()).toEqual({ [owner.userId]: "owner", [userId]: "reader" });
});

test("the last owner neither becomes something else nor leaves", async () => {
  const actor = await actorOf(owner);
  await member("developer");
  const demoted = changeMemberRole(ctx, auth, actor, { userId: owner.userId, role: "reader" });
  await expect(demoted).rejects.toThrow("last owner");
  await expect(leaveTeam(ctx, auth, actor, { password: TEST_PASSWORD })).rejects.toThrow("last owner");
  await expect(removeMember(ctx, auth, actor, { userId: owner.userId })).rejects.toThrow("leave the team");
  expect((await roles())[owner.userId]).toBe("owner");
});

test("of two owners who demote each other at the same moment, one stays an owner", async () => {
  const second = await member("owner");
  const [a, b] = [await actorOf(owner), await actorOf(second)];
  const outcomes = await Promise.allSettled([
    changeMemberRole(ctx, auth, a, { userId: b.userId, role: "reader" }),
    changeMemberRole(ctx, auth, b, { userId: a.userId, role: "reader" }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(Object.values(await roles()).sort()).toEqual(["owner", "reader"]);
});

test("of two owners who remove each other at the same moment, one stays", async () => {
  const second = await member("owner");
  const [a, b] = [await actorOf(owner), await actorOf(second)];
  await Promise.allSettled([
    removeMember(ctx, auth, a, { userId: b.userId }),
    removeMember(ctx, auth, b, { userId: a.userId }),
  ]);
  const { rows } = await ctx.pool.query(
    "select team_role, account_id from auth_user where account_id = $1 or member_of = $1",
    [owner.accountId],
  );
  expect(rows).toEqual([{ team_role: "owner", account_id: owner.accountId }]);
});

test("who was an owner when they asked and is none any more changes nothing", async () => {
  const second = await member("owner");
  const before = await actorOf(second);
  await changeMemberRole(ctx, auth, await actorOf(owner), { userId: second.userId, role: "reader" });
  const wanted = { userId: owner.userId, role: "reader" } as const;
  await expect(changeMemberRole(ctx, auth, before, wanted)).rejects.toThrow("no longer an owner");
  await expect(removeMember(ctx, auth, before, { userId: owner.userId })).rejects.toThrow("no longer");
  await expect(inviteMember(ctx, before, { email: newAddress(), role: "owner" })).rejects.toThrow(
    "no longer",
  );
  expect(await roles()).toEqual({ [owner.userId]: "owner", [second.userId]: "reader" });
});

test("whoever is removed is out at once, may not log in, and their address can be invited again", async () => {
  const colleague = await member("developer");
  await removeMember(ctx, auth, await actorOf(owner), { userId: colleague.userId });
  await expect(actorOf(colleague)).rejects.toThrow("ended");
  const { reply } = await logIn(ctx, auth, buildVisit(), { email: colleague.email, password: TEST_PASSWORD });
  expect(reply.outcome).toBe("refused");
  expect(await mailsTo(colleague.email)).toContain("You are no longer in the team");
  expect((await listNotices(ctx, owner.accountId)).notices[0]?.text).toContain("API keys");
  const again = await join(await invitation(colleague.email, "reader"));
  expect(again.reply).toMatchObject({ outcome: "joined", me: { teamRole: "reader" } });
});

test("leaving asks for the password, and when the holder leaves another owner holds the account and gets its mail", async () => {
  const second = await member("owner");
  const actor = await actorOf(owner);
  expect(await leaveTeam(ctx, auth, actor, { password: "not this one" })).toEqual({ outcome: "refused" });
  expect(await leaveTeam(ctx, auth, actor, { password: TEST_PASSWORD })).toEqual({ outcome: "left" });
  await expect(actorOf(owner)).rejects.toThrow("ended");
  const { rows } = await ctx.pool.query("select id, member_of from auth_user where account_id = $1", [
    owner.accountId,
  ]);
  expect(rows).toEqual([{ id: second.userId, member_of: null }]);
  expect(await mailsTo(second.email)).toContain(`${owner.email} is no longer in the team`);
});

test("a deleted account takes its members and its invitations with it", async () => {
  const colleague = await member("developer");
  const token = await invitation();
  await askDeletion(ctx, await actorOf(owner), { password: TEST_PASSWORD });
  clock.advance(7 * 86_400_000);
  await makePartitions.runOnce(ctx);
  await deleteAccounts.runOnce(ctx);
  await expect(actorOf(colleague)).rejects.toThrow("ended");
  expect((await join(token)).reply.outcome).toBe("not_possible");
  const { rowCount } = await ctx.pool.query(
    "select account_id from team_invitation where account_id = $1 union all select member_of from auth_user where member_of = $1",
    [owner.accountId],
  );
  expect(rowCount).toBe(0);
  expect(await mailsTo(colleague.email)).toContain("Your account is deleted");
});
