import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { listCaughtMail } from "../mail/list-caught-mail";
import {
  buildAuthentication,
  buildPerson,
  buildVisit,
  type Person,
  TEST_PASSWORD,
} from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import type { Authentication } from "./authentication";
import { confirmEmail } from "./confirm-email";
import { findActor } from "./find-actor";
import { logIn } from "./log-in";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { signUp } from "./sign-up";

const NEW_PASSWORD = "quite another password";
const HOUR_MS = 3_600_000;

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

/** The secret of the latest link that was mailed to an address. */
async function linkSecret(to: string, path: string): Promise<string> {
  const mail = (await listCaughtMail(ctx)).find((each) => each.to === to && each.text.includes(`${path}#`));
  return /#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

async function resetLink(person: Person): Promise<string> {
  await requestPasswordReset(ctx, buildVisit(), { email: person.email.toUpperCase() });
  return linkSecret(person.email, "/reset");
}

const logInWith = async (email: string, password: string) =>
  (await logIn(ctx, auth, buildVisit(), { email, password })).reply.outcome;

test("a mailed link replaces the password, once, and ends every session", async () => {
  const person = await buildPerson(ctx, auth, "customer");
  expect(await findActor(auth, person.visit)).not.toBeNull();
  const token = await resetLink(person);
  expect(await resetPassword(ctx, auth, { token, password: NEW_PASSWORD })).toEqual({ outcome: "done" });
  expect(await findActor(auth, person.visit)).toBeNull();
  expect(await logInWith(person.email, TEST_PASSWORD)).toBe("refused");
  expect(await logInWith(person.email, NEW_PASSWORD)).toBe("logged_in");
  expect(await resetPassword(ctx, auth, { token, password: TEST_PASSWORD })).toEqual({
    outcome: "not_possible",
  });
});

test("an address without an account gets the same answer and no mail", async () => {
  const before = (await listCaughtMail(ctx)).length;
  expect(await requestPasswordReset(ctx, buildVisit(), { email: "nobody@example.org" })).toEqual({
    outcome: "sent",
  });
  expect(await listCaughtMail(ctx)).toHaveLength(before);
});

test("a newer link makes the older one useless, and an hour ends both", async () => {
  const person = await buildPerson(ctx, auth, "worker");
  const older = await resetLink(person);
  const newer = await resetLink(person);
  expect((await resetPassword(ctx, auth, { token: older, password: NEW_PASSWORD })).outcome).toBe(
    "not_possible",
  );
  clock.advance(HOUR_MS);
  expect((await resetPassword(ctx, auth, { token: newer, password: NEW_PASSWORD })).outcome).toBe(
    "not_possible",
  );
  expect(await logInWith(person.email, TEST_PASSWORD)).toBe("logged_in");
});

test("a link for one thing is no link for another", async () => {
  const person = await buildPerson(ctx, auth, "worker");
  const token = await resetLink(person);
  expect(await confirmEmail(ctx, { token })).toEqual({ outcome: "not_possible" });
});

test("a mailbox gets five links an hour, whoever asks", async () => {
  const person = await buildPerson(ctx, auth, "customer");
  const ask = () => requestPasswordReset(ctx, buildVisit(), { email: person.email });
  for (let i = 0; i < 5; i++) expect((await ask()).outcome).toBe("sent");
  expect(await ask()).toMatchObject({ outcome: "too_many_attempts" });
});

test("the secret of a link stands in no table", async () => {
  const person = await buildPerson(ctx, auth, "customer");
  const token = await resetLink(person);
  const links = await ctx.pool.query("select * from auth_link");
  const mails = await ctx.pool.query("select sealed from mail");
  const kept = JSON.stringify(links.rows) + mails.rows.map(({ sealed }) => String(sealed)).join("");
  expect(kept).not.toContain(token);
});

test("a new account confirms its address by the link of its sign-up", async () => {
  const email = "confirms@example.org";
  const wanted = {
    email,
    password: TEST_PASSWORD,
    name: "New",
    role: "customer",
    acceptedPolicyVersion: 1,
  } as const;
  await signUp(ctx, auth, buildVisit(), wanted);
  const token = await linkSecret(email, "/confirm");
  expect(await confirmEmail(ctx, { token })).toEqual({ outcome: "confirmed", firstApiKey: null });
  expect(await confirmEmail(ctx, { token })).toEqual({ outcome: "not_possible" });
  const { rows } = await ctx.pool.query("select email_verified from auth_user where email = $1", [email]);
  expect(rows).toEqual([{ email_verified: true }]);
});
