import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import {
  buildAuthentication,
  buildPerson,
  buildVisit,
  cookieHeader,
  type Person,
  TEST_PASSWORD,
} from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import type { Actor } from "./actor";
import type { Authentication } from "./authentication";
import { findActor } from "./find-actor";
import { listSessions } from "./list-sessions";
import { logIn } from "./log-in";
import { revokeSession } from "./revoke-session";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

async function actorOf({ visit }: Pick<Person, "visit">): Promise<Actor> {
  const actor = await findActor(auth, visit);
  if (actor === null) throw new Error("nobody's session");
  return actor;
}

test("a person sees where they are logged in, and nobody else's sessions", async () => {
  const [person, other] = [await buildPerson(ctx, auth, "worker"), await buildPerson(ctx, auth, "worker")];
  await logIn(ctx, auth, buildVisit({ address: "192.0.2.7", userAgent: "Second browser" }), {
    email: person.email,
    password: TEST_PASSWORD,
  });
  const rows = await listSessions(ctx, await actorOf(person));
  expect(rows.map(({ current, address, userAgent }) => ({ current, address, userAgent }))).toEqual([
    { current: false, address: "192.0.2.7", userAgent: "Second browser" },
    { current: true, address: person.visit.address, userAgent: "test" },
  ]);
  expect(await listSessions(ctx, await actorOf(other))).toHaveLength(1);
});

test("a session that was revoked from another one is refused at once", async () => {
  const person = await buildPerson(ctx, auth, "customer");
  const second = buildVisit();
  const { setCookies } = await logIn(ctx, auth, second, { email: person.email, password: TEST_PASSWORD });
  const visit = { ...second, cookie: cookieHeader(setCookies) };
  const { sessionId, userId } = await actorOf({ visit });
  expect(await revokeSession(ctx, auth, { userId, sessionId })).toBe(true);
  expect(await findActor(auth, visit)).toBeNull();
  expect(await findActor(auth, person.visit)).not.toBeNull();
});

test("another person's session cannot be revoked", async () => {
  const [person, other] = [await buildPerson(ctx, auth, "worker"), await buildPerson(ctx, auth, "worker")];
  const { sessionId } = await actorOf(person);
  expect(await revokeSession(ctx, auth, { userId: other.userId, sessionId })).toBe(false);
  expect(await findActor(auth, person.visit)).not.toBeNull();
});

test("a session that is revoked while it is being looked up is not remembered", async () => {
  const person = await buildPerson(ctx, auth, "worker");
  const { sessionId } = await actorOf(person);
  auth.sessions.forgetSession(sessionId);
  const lookup = findActor(auth, person.visit);
  await revokeSession(ctx, auth, { userId: person.userId, sessionId });
  await lookup;
  expect(await findActor(auth, person.visit)).toBeNull();
});
