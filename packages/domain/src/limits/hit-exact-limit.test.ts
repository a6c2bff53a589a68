import { type ExactLimitName, LIMITS } from "@sightline/contract/limits";
import { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { beforeEach, expect, test } from "vitest";
import { giveBackExactHit } from "./give-back-exact-hit";
import { hitExactLimit } from "./hit-exact-limit";
import { sweepExactLimits } from "./sweep-exact-limits";

const database = useTestDatabase();
const { max, windowMs } = LIMITS.sign_ups;
let ctx: { pool: typeof database.pool; clock: MovableClock };

beforeEach(async () => {
  ctx = { pool: database.pool, clock: new MovableClock() };
  await database.pool.query("delete from exact_limit");
});

const signUp = (address = "192.0.2.1") => hitExactLimit(ctx, "sign_ups", address);

test("exactly the maximum is allowed of many that come at once", async () => {
  const verdicts = await Promise.all(Array.from({ length: max * 3 }, () => signUp()));
  expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(max);
});

test("a refusal says when the oldest event leaves the window, and refusals do not move that time", async () => {
  await signUp();
  ctx.clock.advance(1_000);
  for (let i = 1; i < max; i++) await signUp();
  expect(await signUp()).toEqual({ allowed: false, retryAfterMs: windowMs - 1_000 });
  ctx.clock.advance(windowMs - 1_001);
  expect(await signUp()).toEqual({ allowed: false, retryAfterMs: 1 });
  ctx.clock.advance(1);
  expect(await signUp()).toMatchObject({ allowed: true });
  expect(await signUp()).toMatchObject({ allowed: false });
});

test("subjects are counted apart", async () => {
  for (let i = 0; i < max; i++) await signUp();
  expect(await signUp("192.0.2.2")).toMatchObject({ allowed: true });
});

test("an event that is given back makes room for one", async () => {
  for (let i = 0; i < max; i++) await signUp();
  await giveBackExactHit(ctx, "sign_ups", "192.0.2.1", ctx.clock.nowMs());
  expect(await signUp()).toMatchObject({ allowed: true });
  expect(await signUp()).toMatchObject({ allowed: false });
});

test("the sweep deletes counts that no window holds any more, and only those", async () => {
  await signUp("192.0.2.1");
  ctx.clock.advance(windowMs);
  await signUp("192.0.2.2");
  ctx.clock.advance(1);
  expect(await sweepExactLimits(ctx)).toEqual({ deleted: 1 });
  expect(await sweepExactLimits(ctx)).toEqual({ deleted: 0 });
});

test("a count of a longer window outlives the sweep of a shorter one", async () => {
  const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  const longer = names.filter(
    (name): name is ExactLimitName => LIMITS[name].exact && LIMITS[name].windowMs > windowMs,
  );
  expect(longer.length).toBeGreaterThan(0);
  await signUp();
  for (const name of longer) await hitExactLimit(ctx, name, "account:1");
  ctx.clock.advance(windowMs + 1);
  expect(await sweepExactLimits(ctx)).toEqual({ deleted: 1 });
  const { rows } = await database.pool.query("select limit_name from exact_limit order by 1");
  expect(rows.map((row) => row.limit_name)).toEqual(longer.toSorted());
});
