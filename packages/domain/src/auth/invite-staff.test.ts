import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAuthentication, buildPerson, buildVisit, TEST_PASSWORD } from "../testing/build-person";
import { buildAccount, buildDomain } from "../testing/builders";
import { acceptInvitation } from "./accept-invitation";
import type { Authentication } from "./authentication";
import { decideInvitation } from "./decide-invitation";
import { inviteFirstAdmins } from "./invite-first-admins";
import { inviteStaff } from "./invite-staff";
import { listInvitations } from "./list-invitations";

const database = useTestDatabase();
const publicUrl = "https://sightline.example.org";
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

const accept = async (link: string) => {
  const token = new URL(link).hash.replace("#invitation=", "");
  const { reply } = await acceptInvitation(ctx, auth, buildVisit(), {
    token,
    name: "New Staff",
    password: TEST_PASSWORD,
  });
  return reply;
};

/** As the operator at the machine makes it, whom nobody has to approve. */
const invite = (email: string, role: "moderator" | "admin" = "moderator", invitedBy: number | null = null) =>
  inviteStaff(ctx, { email, role, reason: "We are too few.", invitedBy, publicUrl });

test("the first two admins are invited from the machine, and no third while both can log in", async () => {
  const first = { email: "first@example.org", publicUrl };
  const invitation = await inviteFirstAdmins(ctx, first);
  expect(await inviteFirstAdmins(ctx, first)).not.toBeNull();
  expect(await accept(invitation?.link ?? "")).toMatchObject({
    outcome: "signed_up",
    me: { role: "admin", email: "first@example.org" },
  });
  const second = await inviteFirstAdmins(ctx, { email: "second@example.org", publicUrl });
  expect(await accept(second?.link ?? "")).toMatchObject({ outcome: "signed_up", me: { role: "admin" } });
  const third = { email: "third@example.org", publicUrl };
  expect(await inviteFirstAdmins(ctx, third)).toBeNull();
  await ctx.pool.query(
    `update account_profile set suspended_at = now()
     where account_id = (select account_id from auth_user where email = 'second@example.org')`,
  );
  expect(await inviteFirstAdmins(ctx, third)).not.toBeNull();
});

/** An admin has invited somebody, and it waits. */
async function asked(email: string, role: "moderator" | "admin" = "admin") {
  const asker = await buildAccount(ctx, { role: "admin" });
  const second = await buildAccount(ctx, { role: "admin" });
  const { link } = await invite(email, role, asker);
  const waiting = (await listInvitations(ctx, second)).find((each) => each.email === email);
  const decide = (decidedBy: number, approve = true) =>
    decideInvitation(ctx, { invitationId: waiting?.id ?? 0, approve, decidedBy });
  return { asker, second, link, waiting, decide };
}

test("one admin alone makes nobody staff: the link waits, and who invited cannot approve it", async () => {
  for (const role of ["moderator", "admin"] as const) {
    const { asker, link, decide } = await asked(`alone-${role}@example.org`, role);
    expect(await accept(link)).toEqual({ outcome: "waits" });
    await expect(decide(asker)).rejects.toMatchObject({ code: "conflict" });
    expect(await accept(link)).toEqual({ outcome: "waits" });
    const { rows } = await ctx.pool.query("select id from auth_user where email like 'alone-%'");
    expect(rows).toEqual([]);
  }
});

test("when a second admin has approved it the link works, and the audit log names all three", async () => {
  const { asker, second, link, waiting, decide } = await asked("together@example.org");
  expect(waiting).toMatchObject({ role: "admin", reason: "We are too few.", isMine: false });
  await decide(second);
  expect((await listInvitations(ctx, second)).map(({ email }) => email)).not.toContain(
    "together@example.org",
  );
  const joined = await accept(link);
  expect(joined).toMatchObject({ outcome: "signed_up", me: { role: "admin" } });
  const { rows } = await listStaffActs(ctx, { subject: "email:together@example.org", limit: 5 });
  expect(rows.map(({ act, actorId }) => [act, actorId])).toEqual([
    ["approve_invitation", second],
    ["invite_staff", asker],
  ]);
  const accountId = joined.outcome === "signed_up" ? joined.me.accountId : 0;
  const own = await listStaffActs(ctx, { subject: `account:${accountId}`, limit: 5 });
  expect(own.rows.map(({ act }) => act)).toEqual(["join_staff"]);
  expect(JSON.parse(own.rows[0]?.after ?? "")).toEqual({
    role: "admin",
    invitedBy: asker,
    approvedBy: second,
  });
});

test("an invitation that is refused or taken back never works, and is decided once", async () => {
  const refused = await asked("refused@example.org");
  await refused.decide(refused.second, false);
  expect(await accept(refused.link)).toEqual({ outcome: "not_possible" });
  await expect(refused.decide(refused.second)).rejects.toMatchObject({ code: "conflict" });
  const mine = await asked("taken-back@example.org");
  await mine.decide(mine.asker, false);
  expect(await accept(mine.link)).toEqual({ outcome: "not_possible" });
});

test("an invitation that nobody approves in three days is none any more; an approved one lives anew", async () => {
  const late = await asked("nobody-approves@example.org");
  const soon = await asked("approved-late@example.org");
  clock.advance(3 * 24 * 3_600_000 - 1);
  await soon.decide(soon.second);
  clock.advance(1);
  await expect(late.decide(late.second)).rejects.toMatchObject({ code: "conflict" });
  expect(await accept(late.link)).toEqual({ outcome: "not_possible" });
  clock.advance(3 * 24 * 3_600_000 - 2);
  expect(await accept(soon.link)).toMatchObject({ outcome: "signed_up" });
});

test("the database keeps no approval by the one who invited", async () => {
  const { asker, waiting } = await asked("by-hand@example.org");
  for (const decidedBy of [asker, null])
    await expect(
      ctx.pool.query("update staff_invitation set state = 'approved', decided_by = $2 where id = $1", [
        waiting?.id,
        decidedBy,
      ]),
    ).rejects.toThrow("staff_invitation_second_person");
});

test("a link makes the moderator it names, once", async () => {
  const { link } = await invite("Moderator@example.org");
  expect(await accept(link)).toMatchObject({ outcome: "signed_up", me: { role: "moderator" } });
  expect(await accept(link)).toEqual({ outcome: "not_possible" });
});

test("a link that is used twice at once makes one person", async () => {
  const { link } = await invite("twice@example.org");
  const replies = await Promise.all([accept(link), accept(link), accept(link)]);
  expect(replies.filter(({ outcome }) => outcome === "signed_up")).toHaveLength(1);
});

test("a link ends after three days", async () => {
  const { link, expiresAtMs } = await invite("late@example.org");
  clock.advance(expiresAtMs - clock.nowMs());
  expect(await accept(link)).toEqual({ outcome: "not_possible" });
});

test("a secret that nobody made opens nothing", async () => {
  expect(await accept(`${publicUrl}/signup#invitation=${"x".repeat(43)}`)).toEqual({
    outcome: "not_possible",
  });
});

test("the table holds the secret's hash only", async () => {
  const { link } = await invite("hash@example.org");
  const { rows } = await ctx.pool.query("select * from staff_invitation where email = 'hash@example.org'");
  expect(JSON.stringify(rows)).not.toContain(link.split("=")[1]);
});

test("an address that has an account cannot be invited", async () => {
  const person = await buildPerson(ctx, auth, "customer");
  await expect(invite(person.email.toUpperCase())).rejects.toMatchObject({ code: "conflict" });
});
