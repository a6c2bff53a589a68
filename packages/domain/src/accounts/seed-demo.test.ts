import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findApiKey } from "../api-keys/find-api-key";
import { logIn } from "../auth/log-in";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { findSiteRefusal } from "../sites/find-site-refusal";
import { buildAuthentication, buildVisit } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { DEMO_PEOPLE } from "./demo-people";
import { hasDemoAccounts } from "./has-demo-accounts";
import { seedDemo } from "./seed-demo";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
  await domain.stop();
});

test("a database without the demo has no demo accounts", async () => {
  expect(await hasDemoAccounts(ctx)).toBe(false);
});

test("the demo's people, keys and balance are there, and a second seed changes nothing", async () => {
  expect(await seedDemo(ctx)).toEqual({ made: 14 });
  expect(await seedDemo(ctx)).toEqual({ made: 0 });
  expect(await hasDemoAccounts(ctx)).toBe(true);
  const [first, second] = await Promise.all([
    findApiKey(ctx, "1abc234de56fab7c89012d34e56fa7b8"),
    findApiKey(ctx, "2abc234de56fab7c89012d34e56fa7b8"),
  ]);
  expect(await getBalance(ctx, first?.accountId ?? 0)).toMatchObject({ availableMicros: 100_000_000 });
  expect(await getBalance(ctx, second?.accountId ?? 0)).toMatchObject({ availableMicros: 0 });
  expect(await findSiteRefusal(ctx, { accountId: first?.accountId ?? 0, host: "demo.test" })).toBeNull();
  expect(await findSiteRefusal(ctx, { accountId: second?.accountId ?? 0, host: "demo.test" })).toMatch(
    "is not verified",
  );
});

test.each(DEMO_PEOPLE.filter(({ email }) => !/worker[3-9]/.test(email)))(
  "$email can log in",
  async ({ email, role }) => {
    await seedDemo(ctx);
    const { reply } = await logIn(ctx, buildAuthentication(ctx), buildVisit(), {
      email,
      password: "demo-password",
    });
    expect(reply).toMatchObject({ outcome: "logged_in", me: { email, role } });
  },
);

test("a seed that was cut off is finished by the next one", async () => {
  await seedDemo(ctx);
  await ctx.pool.query("update auth_user set account_id = null where email = 'worker9@demo.test'");
  await ctx.pool.query("delete from api_key where prefix = '2abc23'");
  await seedDemo(ctx);
  const { rows } = await ctx.pool.query(
    "select 1 from auth_user where email like '%@demo.test' and account_id is null",
  );
  expect(rows).toEqual([]);
  expect(await findApiKey(ctx, "2abc234de56fab7c89012d34e56fa7b8")).not.toBeNull();
});
