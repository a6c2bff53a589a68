import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAuthentication, buildPerson, buildVisit, TEST_PASSWORD } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { acceptInvitation } from "./accept-invitation";
import type { Authentication } from "./authentication";
import { createFirstAdmin } from "./create-first-admin";
import { inviteStaff } from "./invite-staff";

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

const invite = (email: string, role: "moderator" | "admin" = "moderator") =>
  inviteStaff(ctx, { email, role, invitedBy: null, publicUrl });

test("the first admin is invited from the machine, until there is one", async () => {
  const invitation = await createFirstAdmin(ctx, { email: "first@example.org", publicUrl });
  expect(await createFirstAdmin(ctx, { email: "first@example.org", publicUrl })).not.toBeNull();
  expect(await accept(invitation?.link ?? "")).toMatchObject({
    outcome: "signed_up",
    me: { role: "admin", email: "first@example.org" },
  });
  expect(await createFirstAdmin(ctx, { email: "second@example.org", publicUrl })).toBeNull();
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
