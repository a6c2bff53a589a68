import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { addressSubject } from "../limits/address-subject";
import { hitExactLimit } from "../limits/hit-exact-limit";
import {
  buildAuthentication,
  buildPerson,
  buildVisit,
  cookieHeader,
  TEST_PASSWORD,
} from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import type { Authentication } from "./authentication";
import { currentUser } from "./current-user";
import { findActor } from "./find-actor";
import { logIn } from "./log-in";
import { logOut } from "./log-out";

const database = useTestDatabase();
const MINUTE_MS = 60_000;
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

const fails = { reply: { outcome: "refused" }, setCookies: [] };

test("the right password in any letter case of the address starts a session", async () => {
  const person = await buildPerson(ctx, auth, "worker");
  const visit = buildVisit();
  const { reply, setCookies } = await logIn(ctx, auth, visit, {
    email: person.email.toUpperCase(),
    password: TEST_PASSWORD,
  });
  expect(reply).toMatchObject({ outcome: "logged_in", me: { accountId: person.accountId, role: "worker" } });
  const actor = await findActor(auth, { ...visit, cookie: cookieHeader(setCookies) });
  expect(actor).toMatchObject({ accountId: person.accountId, email: person.email, role: "worker" });
});

test("the session cookie is out of reach for scripts and other sites, lives 30 days and is secure over https", async () => {
  const secure = buildAuthentication(ctx, "https://sightline.example.org");
  const person = await buildPerson(ctx, secure, "customer");
  const { setCookies } = await logIn(ctx, secure, buildVisit(), {
    email: person.email,
    password: TEST_PASSWORD,
  });
  expect(setCookies).toHaveLength(1);
  expect(setCookies[0]).toMatch(/^__Secure-sightline\.session_token=/);
  for (const attribute of ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=2592000"]) {
    expect(setCookies[0]).toContain(attribute);
  }
});

test("installations on other ports of one host keep sessions of their own", () => {
  const [a, b] = [
    buildAuthentication(ctx, "http://localhost:3000"),
    buildAuthentication(ctx, "http://localhost:4000"),
  ];
  expect(a.cookieName).not.toBe(b.cookieName);
});

test("a wrong password and an unknown address get the same reply", async () => {
  const person = await buildPerson(ctx, auth, "customer");
  const password = "not the password";
  expect(await logIn(ctx, auth, buildVisit(), { email: person.email, password })).toEqual(fails);
  expect(await logIn(ctx, auth, buildVisit(), { email: "nobody@example.org", password })).toEqual(fails);
});

test.each(["known", "unknown"])(
  "ten failures from anywhere close an address that is %s for a quarter of an hour",
  async (kind) => {
    const email =
      kind === "known" ? (await buildPerson(ctx, auth, "worker")).email : "never-seen@example.org";
    const attempt = (password: string) => logIn(ctx, auth, buildVisit(), { email, password });
    const failures = await Promise.all(Array.from({ length: 10 }, () => attempt("wrong password")));
    expect(failures).toEqual(Array.from({ length: 10 }, () => fails));

    const refused = await attempt(TEST_PASSWORD);
    expect(refused.reply).toEqual({ outcome: "too_many_attempts", retryAfterSeconds: 900 });
    clock.advance(15 * MINUTE_MS + 1);
    expect((await attempt(TEST_PASSWORD)).reply.outcome).toBe(kind === "known" ? "logged_in" : "refused");
  },
);

test("log-ins that succeed do not count", async () => {
  const person = await buildPerson(ctx, auth, "worker");
  const visit = buildVisit();
  for (let i = 0; i < 11; i++) {
    const { reply } = await logIn(ctx, auth, visit, { email: person.email, password: TEST_PASSWORD });
    expect(reply.outcome).toBe("logged_in");
  }
});

test("fifty failures from one network close it, whatever addresses they tried", async () => {
  const network = addressSubject("2001:db8:1:2::1");
  for (let i = 0; i < 49; i++) await hitExactLimit(ctx, "log_in_attempts_address", network);
  const guess = (host: string) =>
    logIn(ctx, auth, buildVisit({ address: `2001:db8:1:2::${host}` }), {
      email: `guess-${host}@example.org`,
      password: "wrong password",
    });
  expect((await guess("a")).reply.outcome).toBe("refused");
  expect((await guess("b")).reply.outcome).toBe("too_many_attempts");
});

test("a user whose sign-up was cut off before the account gets it at the next log-in", async () => {
  const email = "cut-off@example.org";
  await auth.library.api.signUpEmail({
    body: { email, password: TEST_PASSWORD, name: "Cut Off", role: "customer" },
  });
  const { reply } = await logIn(ctx, auth, buildVisit(), { email, password: TEST_PASSWORD });
  expect(reply).toMatchObject({
    outcome: "logged_in",
    me: { role: "customer", accountId: expect.any(Number) },
  });
});

test("a session that was logged out is refused at once", async () => {
  const { visit } = await buildPerson(ctx, auth, "customer");
  const actor = await findActor(auth, visit);
  expect(actor).not.toBeNull();
  await logOut(ctx, auth, visit, actor);
  expect(await findActor(auth, visit)).toBeNull();
  expect(await currentUser(auth, visit)).toMatchObject({ me: null });
});

test("logging out without a session clears the cookie", async () => {
  const { setCookies } = await logOut(
    ctx,
    auth,
    buildVisit({ cookie: "sightline_3000.session_token=x.y" }),
    null,
  );
  expect(setCookies.join()).toContain("Max-Age=0");
});

test.each([
  ["nothing", ""],
  ["a token that nobody signed", "sightline_3000.session_token=abcdefghijklmnopqrstuvwxyz123456"],
  [
    "a token with another's signature",
    "sightline_3000.session_token=abcdefghijklmnop.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D",
  ],
  ["what is no cookie", "%%%;;;=;=="],
])("a Cookie header with %s is nobody's", async (_, cookie) => {
  expect(await findActor(auth, buildVisit({ cookie }))).toBeNull();
});
