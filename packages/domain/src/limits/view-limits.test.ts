import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildDomain } from "../testing/builders";
import { exchangeLimits } from "./exchange-limits";
import { viewLimits } from "./view-limits";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

const gaugeOf = async (accountId: number, name: string) =>
  (await viewLimits(ctx, accountId)).gauges.find((gauge) => gauge.name === name);

test("a gauge shows what was used of the account's own maximum", async () => {
  const accountId = await buildAccount(ctx);
  await ctx.pool.query(
    `update account_profile set limit_overrides = '{"submissions": 90}' where account_id = $1`,
    [accountId],
  );
  for (let i = 0; i < 7; i++) ctx.limits.hit("submissions", accountId, 90);
  expect(await gaugeOf(accountId, "submissions")).toMatchObject({
    used: 7,
    max: 90,
    code: "MAX_USER_TURN",
    bannedUntilMs: null,
  });
});

test("accepted tasks raise what may be read", async () => {
  const accountId = await buildAccount(ctx);
  ctx.limits.countAcceptedTask(accountId);
  expect(await gaugeOf(accountId, "result_reads")).toMatchObject({ used: 0, max: 1_220 });
});

test("a ban shows while it runs, and is history afterwards, for its account only", async () => {
  const accountId = await buildAccount(ctx);
  for (let i = 0; i < 61; i++) ctx.limits.hit("submissions", accountId);
  await exchangeLimits(ctx);
  const endsAtMs = clock.nowMs() + 10_000;
  expect(await gaugeOf(accountId, "submissions")).toMatchObject({ bannedUntilMs: endsAtMs, used: 0 });
  clock.advance(10_000);
  expect(await gaugeOf(accountId, "submissions")).toMatchObject({ bannedUntilMs: null });
  expect((await viewLimits(ctx, accountId)).bans).toMatchObject([
    { name: "submissions", code: "MAX_USER_TURN", endsAtMs },
  ]);
  expect((await viewLimits(ctx, await buildAccount(ctx))).bans).toEqual([]);
});
