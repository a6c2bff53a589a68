import { PASSKEY_CHALLENGE_MS } from "@sightline/contract/passkeys";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../auth/actor";
import type { Authentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildPasskey } from "../testing/build-passkey";
import {
  buildAuthentication,
  buildPerson,
  buildVisit,
  cookieHeader,
  type Person,
  TEST_PASSWORD,
} from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { SoftAuthenticator } from "../testing/soft-authenticator";
import { listPasskeys } from "./list-passkeys";
import { logInWithPasskey } from "./log-in-with-passkey";
import { offerPasskeyLogIn } from "./offer-passkey-log-in";
import { removePasskey } from "./remove-passkey";
import { sweepPasskeyChallenges } from "./sweep-passkey-challenges";

const OURS = { origin: "http://localhost:3000", rpId: "localhost" };

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

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(auth, person.visit);
  if (actor === null) throw new Error("no session");
  return actor;
}

async function challenge(): Promise<string> {
  const offered = await offerPasskeyLogIn(ctx, auth, buildVisit());
  if (offered.outcome !== "offered") throw new Error(offered.outcome);
  return offered.options.challenge;
}

async function personWithPasskey() {
  const person = await buildPerson(ctx, auth, "customer");
  const authenticator = new SoftAuthenticator();
  const id = await buildPasskey(ctx, auth, person, authenticator);
  return { person, authenticator, id };
}

type Signed = ReturnType<SoftAuthenticator["sign"]>;
const logIn = (signed: Signed, visit = buildVisit()) => logInWithPasskey(ctx, auth, visit, signed);

test("a passkey logs its owner in without a name, and says when it was used", async () => {
  const { person, authenticator } = await personWithPasskey();
  const visit = buildVisit();
  const signed = authenticator.sign({ ...OURS, challenge: await challenge(), userId: person.userId });
  const { reply, setCookies } = await logIn(signed, visit);
  expect(reply).toMatchObject({ outcome: "logged_in", me: { userId: person.userId } });
  const session = { ...visit, cookie: cookieHeader(setCookies) };
  expect(await findActor(auth, session)).toMatchObject({ accountId: person.accountId });
  expect(await listPasskeys(ctx, person)).toMatchObject([{ name: "Laptop", lastUsedAtMs: clock.nowMs() }]);
});

test("with a second factor on, a passkey needs no code: it is both", async () => {
  const { person, authenticator } = await personWithPasskey();
  await ctx.pool.query("update auth_user set two_factor_enabled = true where id = $1", [person.userId]);
  const signed = authenticator.sign({ ...OURS, challenge: await challenge(), userId: person.userId });
  expect((await logIn(signed)).reply.outcome).toBe("logged_in");
});

test("a challenge is signed once: a signature that is sent again is refused", async () => {
  const { person, authenticator } = await personWithPasskey();
  const signed = authenticator.sign({ ...OURS, challenge: await challenge(), userId: person.userId });
  expect((await logIn(signed)).reply.outcome).toBe("logged_in");
  expect((await logIn(signed)).reply).toEqual({ outcome: "refused" });
});

test("of a signature that is sent many times at once, one opens a session", async () => {
  const { person, authenticator } = await personWithPasskey();
  const signed = authenticator.sign({ ...OURS, challenge: await challenge(), userId: person.userId });
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, async () => (await logIn(signed)).reply.outcome),
  );
  expect(outcomes.filter((outcome) => outcome === "logged_in")).toHaveLength(1);
});

test("a challenge that is too old, or that we never gave, is refused", async () => {
  const { person, authenticator } = await personWithPasskey();
  const late = authenticator.sign({ ...OURS, challenge: await challenge(), userId: person.userId });
  clock.advance(PASSKEY_CHALLENGE_MS);
  expect((await logIn(late)).reply).toEqual({ outcome: "refused" });
  const own = authenticator.sign({ ...OURS, challenge: "AAAA", userId: person.userId });
  expect((await logIn(own)).reply).toEqual({ outcome: "refused" });
});

test("what was signed on a page of another origin or for another host is refused, and its challenge is used up", async () => {
  const { person, authenticator } = await personWithPasskey();
  const { userId } = person;
  for (const elsewhere of [
    { ...OURS, origin: "https://sightline.example" },
    { ...OURS, origin: "http://localhost:3001" },
    { ...OURS, rpId: "sightline.example" },
  ]) {
    const asked = await challenge();
    expect((await logIn(authenticator.sign({ ...elsewhere, challenge: asked, userId }))).reply.outcome).toBe(
      "refused",
    );
    expect((await logIn(authenticator.sign({ ...OURS, challenge: asked, userId }))).reply.outcome).toBe(
      "refused",
    );
  }
});

test("an authenticator that did not look who holds it is refused", async () => {
  const { person, authenticator } = await personWithPasskey();
  const asked = { ...OURS, challenge: await challenge(), userId: person.userId };
  expect((await logIn(authenticator.sign(asked, 0x01))).reply).toEqual({ outcome: "refused" });
});

test("nobody logs in as somebody else with their own passkey, nor with one that is not known", async () => {
  const { person, authenticator } = await personWithPasskey();
  const other = await personWithPasskey();
  const asOther = authenticator.sign({ ...OURS, challenge: await challenge(), userId: other.person.userId });
  expect((await logIn(asOther)).reply).toEqual({ outcome: "refused" });
  const again = authenticator.sign({ ...OURS, challenge: await challenge(), userId: other.person.userId });
  expect(
    (await logIn({ ...again, id: other.authenticator.id, rawId: other.authenticator.id })).reply,
  ).toEqual({
    outcome: "refused",
  });
  const unknown = new SoftAuthenticator().sign({
    ...OURS,
    challenge: await challenge(),
    userId: person.userId,
  });
  expect((await logIn(unknown)).reply).toEqual({ outcome: "refused" });
});

test("a copy of an authenticator, which counts from where it was copied, is refused", async () => {
  const { person, authenticator } = await personWithPasskey();
  const { userId } = person;
  authenticator.counter = 5;
  await logIn(authenticator.sign({ ...OURS, challenge: await challenge(), userId }));
  authenticator.counter = 2;
  const copied = authenticator.sign({ ...OURS, challenge: await challenge(), userId });
  expect((await logIn(copied)).reply).toEqual({ outcome: "refused" });
});

test("what is no signature at all is refused by its word, not by a fault", async () => {
  const { authenticator } = await personWithPasskey();
  const signed = authenticator.sign({ ...OURS, challenge: await challenge(), userId: "nobody" });
  for (const clientDataJSON of ["AAAA", "bnVsbA", "e30"]) {
    const broken = { ...signed, response: { ...signed.response, clientDataJSON } };
    expect((await logIn(broken)).reply).toEqual({ outcome: "refused" });
  }
});

test("log-ins by passkey are counted by address: begun ones, and those that fail", async () => {
  const visit = buildVisit();
  for (let i = 0; i < 60; i++) expect((await offerPasskeyLogIn(ctx, auth, visit)).outcome).toBe("offered");
  expect(await offerPasskeyLogIn(ctx, auth, visit)).toMatchObject({ outcome: "too_many_attempts" });
  const signed = new SoftAuthenticator().sign({ ...OURS, challenge: "AAAA", userId: "nobody" });
  for (let i = 0; i < 50; i++) expect((await logIn(signed, visit)).reply.outcome).toBe("refused");
  expect((await logIn(signed, visit)).reply).toMatchObject({ outcome: "too_many_attempts" });
});

test("a removed passkey logs in no more, and the sessions that it opened go on", async () => {
  const { person, authenticator, id } = await personWithPasskey();
  const { userId } = person;
  const visit = buildVisit();
  const opened = await logIn(authenticator.sign({ ...OURS, challenge: await challenge(), userId }), visit);
  const actor = await actorOf(person);
  expect(await removePasskey(ctx, actor, { id, password: "a wrong password" })).toEqual({
    outcome: "refused",
  });
  expect(await removePasskey(ctx, actor, { id, password: TEST_PASSWORD })).toEqual({ outcome: "removed" });
  expect(await findActor(auth, { ...visit, cookie: cookieHeader(opened.setCookies) })).not.toBeNull();
  const signed = authenticator.sign({ ...OURS, challenge: await challenge(), userId });
  expect((await logIn(signed)).reply).toEqual({ outcome: "refused" });
});

test("challenges that nobody signed are forgotten", async () => {
  await challenge();
  clock.advance(PASSKEY_CHALLENGE_MS + 1);
  await sweepPasskeyChallenges.runOnce(ctx);
  const { rows } = await ctx.pool.query("select from passkey_challenge");
  expect(rows).toEqual([]);
});
