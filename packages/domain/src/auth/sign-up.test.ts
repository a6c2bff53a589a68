import { createHash } from "node:crypto";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAuthentication, buildPerson, buildVisit, TEST_PASSWORD } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import type { Authentication } from "./authentication";
import { signUp } from "./sign-up";

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

const wanted = (email: string, role: "customer" | "worker" = "customer") => ({
  email,
  role,
  password: TEST_PASSWORD,
  name: "New Person",
  acceptedPolicyVersion: 1,
});

test("a customer gets an account, the policy's acceptance and a first key that works", async () => {
  const { reply } = await signUp(ctx, auth, buildVisit(), wanted("customer@example.org"));
  if (reply.outcome !== "signed_up") throw new Error(reply.outcome);
  expect(reply.firstApiKey).toMatch(/^[0-9a-f]{32}$/);
  const { rows } = await ctx.pool.query(
    `select a.role, p.version as policy, k.key_sha256 as hash, k.prefix
     from account a join auth_user u on u.account_id = a.id join policy_acceptance p on p.user_id = u.id
       join api_key k on k.account_id = a.id where a.id = $1`,
    [reply.me.accountId],
  );
  const key = reply.firstApiKey ?? "";
  expect(rows).toEqual([
    { role: "customer", policy: 1, hash: createHash("sha256").update(key).digest(), prefix: key.slice(0, 6) },
  ]);
});

test("a worker gets an account and no key", async () => {
  const { reply, setCookies } = await signUp(ctx, auth, buildVisit(), wanted("worker@example.org", "worker"));
  expect(reply).toMatchObject({ outcome: "signed_up", me: { role: "worker" }, firstApiKey: null });
  expect(setCookies).toHaveLength(1);
});

test("an address that has an account is not possible, with its own password either", async () => {
  const person = await buildPerson(ctx, auth, "admin");
  expect(await signUp(ctx, auth, buildVisit(), wanted(person.email.toUpperCase()))).toEqual({
    reply: { outcome: "not_possible" },
    setCookies: [],
  });
});

test("of many who sign up with one address at once, one is made", async () => {
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => signUp(ctx, auth, buildVisit(), wanted("many@example.org"))),
  );
  const outcomes = replies.map(({ reply }) => reply.outcome).sort();
  expect(outcomes).toEqual(["not_possible", "not_possible", "not_possible", "not_possible", "signed_up"]);
  const { rows } = await ctx.pool.query("select 1 from auth_user where email = 'many@example.org'");
  expect(rows).toHaveLength(1);
});

test("the password is kept as an argon2id hash only", async () => {
  const person = await buildPerson(ctx, auth, "worker");
  const { rows } = await ctx.pool.query("select password from auth_credential where user_id = $1", [
    person.userId,
  ]);
  expect(rows).toEqual([{ password: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) }]);
});

test("the eleventh sign-up of an hour from one address is refused, known addresses counted in", async () => {
  const visit = buildVisit();
  await signUp(ctx, auth, visit, wanted("repeated@example.org"));
  for (let i = 0; i < 9; i++) await signUp(ctx, auth, visit, wanted("repeated@example.org"));
  const { reply } = await signUp(ctx, auth, visit, wanted("eleventh@example.org"));
  expect(reply).toEqual({ outcome: "too_many_attempts", retryAfterSeconds: 3_600 });
  clock.advance(3_600_001);
  expect((await signUp(ctx, auth, visit, wanted("eleventh@example.org"))).reply.outcome).toBe("signed_up");
});
