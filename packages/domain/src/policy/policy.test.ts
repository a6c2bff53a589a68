import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import { signUp } from "../auth/sign-up";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAuthentication, buildPerson, buildVisit, TEST_PASSWORD } from "../testing/build-person";
import { buildAccount, buildDomain } from "../testing/builders";
import { acceptPolicy } from "./accept-policy";
import { currentPolicy, ownPolicy } from "./current-policy";
import { listAcceptances, listPolicies } from "./list-policies";
import { publishPolicy, withdrawPolicy } from "./publish-policy";

const database = useTestDatabase();
const DAY_MS = 86_400_000;
const TEXT = "## For everybody\n- Send nothing that is not yours to send, and read with care.";
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let admin: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  admin = await buildAccount(ctx, { role: "admin" });
});
beforeEach(async () => {
  await ctx.pool.query("delete from policy_acceptance");
  await ctx.pool.query("delete from policy_version where version > 1");
});
afterAll(() => domain.stop());

let people = 0;
async function customer(acceptedPolicyVersion = 1): Promise<string> {
  const wanted = { email: `policy${++people}@example.org`, password: TEST_PASSWORD, name: "Reader" };
  const { reply } = await signUp(ctx, buildAuthentication(ctx), buildVisit(), {
    ...wanted,
    role: "customer",
    acceptedPolicyVersion,
  });
  if (reply.outcome !== "signed_up") throw new Error(reply.outcome);
  return reply.me.userId;
}
const publish = (effectiveFromMs?: number, text = TEXT) =>
  publishPolicy(ctx, { text, changes: "Said more plainly.", effectiveFromMs, publishedBy: admin });

test("whoever signs up has accepted the version in effect, and no other one can be accepted", async () => {
  const userId = await customer();
  expect(await ownPolicy(ctx, userId)).toMatchObject({ version: 1, accepted: true });
  await expect(customer(2)).rejects.toThrow("another version");
  await expect(acceptPolicy(ctx, { userId, version: 2 })).rejects.toThrow("another version");
  const { rows } = await listAcceptances(ctx, {});
  expect(rows).toMatchObject([{ email: `policy${people - 1}@example.org`, version: 1 }]);
});

test("a new version asks customers again from its time on, and every acceptance is kept", async () => {
  const userId = await customer();
  const fromMs = clock.nowMs() + DAY_MS;
  expect(await publish(fromMs)).toEqual({ version: 2 });
  expect(await currentPolicy(ctx)).toMatchObject({
    version: 1,
    next: { version: 2, text: TEXT, effectiveFromMs: fromMs },
  });
  expect(await ownPolicy(ctx, userId)).toMatchObject({ accepted: true });
  clock.advance(DAY_MS);
  expect(await currentPolicy(ctx)).toMatchObject({ version: 2, text: TEXT, next: null });
  expect(await ownPolicy(ctx, userId)).toMatchObject({ version: 2, accepted: false });
  await acceptPolicy(ctx, { userId, version: 2 });
  await acceptPolicy(ctx, { userId, version: 2 });
  expect(await ownPolicy(ctx, userId)).toMatchObject({ accepted: true });
  expect((await listAcceptances(ctx, {})).rows.map(({ version }) => version)).toEqual([2, 1]);
  expect((await listPolicies(ctx)).versions).toMatchObject([
    { version: 2, state: "in_effect", acceptances: 1 },
    { version: 1, state: "past", acceptances: 1 },
  ]);
});

test("one that is to come can be withdrawn and only then another published; one in effect cannot", async () => {
  await publish(clock.nowMs() + DAY_MS);
  await expect(publish()).rejects.toThrow("still to come");
  await withdrawPolicy(ctx, { version: 2, withdrawnBy: admin });
  await expect(withdrawPolicy(ctx, { version: 2, withdrawnBy: admin })).rejects.toThrow("not taken effect");
  expect(await publish()).toEqual({ version: 3 });
  await expect(withdrawPolicy(ctx, { version: 3, withdrawnBy: admin })).rejects.toThrow("not taken effect");
  expect((await listPolicies(ctx)).versions.map(({ state }) => state)).toEqual([
    "in_effect",
    "withdrawn",
    "past",
  ]);
  const { rows } = await listStaffActs(ctx, { subject: "policy:2", limit: 2 });
  expect(rows.map(({ act }) => act)).toEqual(["withdraw_policy", "publish_policy"]);
});

test("two who publish at once make two versions that follow each other", async () => {
  const made = await Promise.all([publish(), publish()]);
  expect(new Set(made.map(({ version }) => version))).toEqual(new Set([2, 3]));
  await expect(publish(clock.nowMs() - DAY_MS)).rejects.toThrow("in the past");
});

test("somebody who never accepted is asked, and accepting twice is one acceptance", async () => {
  const person = await buildPerson(ctx, buildAuthentication(ctx), "customer");
  expect((await ownPolicy(ctx, person.userId)).accepted).toBe(false);
  await acceptPolicy(ctx, { userId: person.userId, version: 1 });
  await acceptPolicy(ctx, { userId: person.userId, version: 1 });
  expect((await ownPolicy(ctx, person.userId)).accepted).toBe(true);
  expect((await listAcceptances(ctx, {})).rows).toHaveLength(1);
});

test("acceptances come in pages", async () => {
  await ctx.pool.query(
    `insert into policy_acceptance (user_id, version, accepted_at)
     select 'user' || n, 1, $1::timestamptz - n * interval '1 second' from generate_series(1, 60) n`,
    [new Date(clock.nowMs())],
  );
  const first = await listAcceptances(ctx, {});
  expect(first.rows).toHaveLength(50);
  const second = await listAcceptances(ctx, { before: first.next ?? undefined });
  expect(second).toMatchObject({ next: null });
  expect(second.rows.map(({ userId }) => userId)).toEqual(
    Array.from({ length: 10 }, (_, n) => `user${n + 51}`),
  );
});
