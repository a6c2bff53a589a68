import { BAN_HISTORY_MS } from "@sightline/contract/limits";
import { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { beforeEach, expect, test } from "vitest";
import { exchangeLimits } from "./exchange-limits";
import { LimitCounters } from "./limit-counters";
import { sweepBans } from "./sweep-bans";

const database = useTestDatabase();
const CUSTOMER = 1_000;
let clock: MovableClock;

beforeEach(async () => {
  clock = new MovableClock();
  await database.pool.query("delete from ban");
});

function startProcess() {
  return { pool: database.pool, clock, limits: new LimitCounters({ clock }) };
}

function fill({ limits }: { limits: LimitCounters }): void {
  for (let i = 0; i < 61; i++) limits.hit("submissions", CUSTOMER);
}

test("a ban holds in another process, and after a restart, until it ends", async () => {
  const first = startProcess();
  fill(first);
  clock.advance(1_000);
  expect(await exchangeLimits(first)).toEqual({ written: 1, adopted: 0 });
  const second = startProcess();
  expect(await exchangeLimits(second)).toEqual({ written: 0, adopted: 1 });
  expect(second.limits.refusal("submissions", CUSTOMER)).toMatchObject({
    code: "MAX_USER_TURN",
    retryAfterMs: 9_000,
  });
  clock.advance(9_000);
  expect(second.limits.refusal("submissions", CUSTOMER)).toBeNull();
});

test("a ban of an address holds by the address", async () => {
  const first = startProcess();
  for (let i = 0; i < 5; i++) first.limits.count("wrong_keys", "192.0.2.1");
  first.limits.refusal("wrong_keys", "192.0.2.1");
  await exchangeLimits(first);
  const second = startProcess();
  await exchangeLimits(second);
  expect(second.limits.refusal("wrong_keys", "192.0.2.1")).toMatchObject({ code: "ERROR: 1004" });
  expect(second.limits.refusal("wrong_keys", "192.0.2.2")).toBeNull();
});

test("a ban that was adopted puts the count back to zero", async () => {
  const first = startProcess();
  const second = startProcess();
  for (let i = 0; i < 59; i++) second.limits.hit("submissions", CUSTOMER);
  fill(first);
  await exchangeLimits(first);
  await exchangeLimits(second);
  clock.advance(10_000);
  expect(second.limits.hit("submissions", CUSTOMER)).toMatchObject({ allowed: true, remaining: 59 });
});

test("a ban is written again when the database was away", async () => {
  const process = startProcess();
  fill(process);
  const away = { ...process, pool: { query: () => Promise.reject(new Error("away")) } as never };
  await expect(exchangeLimits(away)).rejects.toThrow("away");
  expect(await exchangeLimits(process)).toMatchObject({ written: 1 });
});

test("a ban that two processes start together stands in the history once", async () => {
  const [first, second] = [startProcess(), startProcess()];
  fill(first);
  fill(second);
  await exchangeLimits(first);
  await exchangeLimits(second);
  const { rows } = await database.pool.query("select count(*)::int as bans from ban");
  expect(rows).toEqual([{ bans: 1 }]);
});

test("an ended ban stays as history for ninety days, and is swept then", async () => {
  const process = startProcess();
  fill(process);
  await exchangeLimits(process);
  clock.advance(10_000 + BAN_HISTORY_MS);
  expect(await sweepBans(process)).toEqual({ deleted: 0 });
  clock.advance(1);
  expect(await sweepBans(process)).toEqual({ deleted: 1 });
});

test("a ban of a limit that this version does not know is left alone", async () => {
  await database.pool.query(
    "insert into ban (limit_name, subject, starts_at, ends_at) values ('later', '1', $1, $2)",
    [new Date(clock.nowMs()), new Date(clock.nowMs() + 60_000)],
  );
  expect(await exchangeLimits(startProcess())).toEqual({ written: 0, adopted: 0 });
});
