import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildDomain } from "../testing/builders";
import { exchangeCounts, sweepTallies } from "./exchange-counts";
import { exchangeLimits } from "./exchange-limits";

const database = useTestDatabase();
const CUSTOMER = 1_000;
/** What each process would pass to its next exchange. */
const readUpTo = new Map<DomainContext, number>();
let domains: Domain[] = [];
let clock: MovableClock;

beforeEach(async () => {
  await database.pool.query("delete from ban; delete from limit_tally");
});
afterEach(async () => {
  for (const domain of domains) await domain.stop();
  domains = [];
  readUpTo.clear();
});

async function startProcess(): Promise<DomainContext> {
  const built = await buildDomain(database.url);
  if (domains.length === 0) clock = built.clock;
  domains.push(built.domain);
  await exchange(built.ctx);
  return built.ctx;
}

async function exchange(ctx: DomainContext): Promise<number> {
  const exchanged = await exchangeCounts(ctx, readUpTo.get(ctx));
  readUpTo.set(ctx, exchanged.readUpTo);
  return exchanged.adopted;
}

function submit(ctx: DomainContext, times: number): number {
  let allowed = 0;
  for (let i = 0; i < times; i++) if (ctx.limits.hit("submissions", CUSTOMER).allowed) allowed++;
  return allowed;
}

test("what one process counted counts in the other, so that both together let through what the table says", async () => {
  const [first, second] = [await startProcess(), await startProcess()];
  expect(submit(first, 40)).toBe(40);
  await exchange(first);
  expect(await exchange(second)).toBe(40);
  expect(submit(second, 40)).toBe(20);
});

test("each event is added once, however often the processes exchange", async () => {
  const [first, second] = [await startProcess(), await startProcess()];
  for (let round = 0; round < 3; round++) {
    submit(first, 10);
    await exchange(first);
    await exchange(second);
    await exchange(second);
    await exchange(first);
  }
  expect(second.limits.remaining("submissions", CUSTOMER)).toBe(30);
  expect(first.limits.remaining("submissions", CUSTOMER)).toBe(30);
});

test("two processes that accept at once exceed the limit by what was accepted between two exchanges, no more", async () => {
  const [first, second] = [await startProcess(), await startProcess()];
  let allowed = 0;
  let between = 0;
  for (let round = 0; round < 20; round++) {
    const ofFirst = submit(first, 5);
    const ofSecond = submit(second, 5);
    allowed += ofFirst + ofSecond;
    between = Math.max(between, ofFirst + ofSecond);
    await exchange(first);
    await exchange(second);
    await exchange(first);
  }
  expect(allowed).toBeLessThanOrEqual(60 + between);
  expect(allowed).toBeGreaterThanOrEqual(60);
});

test("a task accepted by one process widens the limits of its account in the other", async () => {
  const [first, second] = [await startProcess(), await startProcess()];
  for (let i = 0; i < 100; i++) first.limits.countAcceptedTask(CUSTOMER);
  await exchange(first);
  await exchange(second);
  expect(second.limits.maxResultReads(CUSTOMER)).toBe(1_200 + 2_000);
  expect(second.limits.maxQueueRefusals(CUSTOMER)).toBe(300);
});

test("wrong keys of one address count together, and those of another do not", async () => {
  const [first, second] = [await startProcess(), await startProcess()];
  for (let i = 0; i < 4; i++) first.limits.count("wrong_keys", "192.0.2.1");
  await exchange(first);
  await exchange(second);
  second.limits.count("wrong_keys", "192.0.2.1");
  second.limits.count("wrong_keys", "192.0.2.2");
  expect(second.limits.refusal("wrong_keys", "192.0.2.1")).toMatchObject({ code: "ERROR: 1004" });
  expect(second.limits.refusal("wrong_keys", "192.0.2.2")).toBeNull();
});

test("after a ban the count is zero in both, whatever was on its way", async () => {
  const [first, second] = [await startProcess(), await startProcess()];
  submit(second, 30);
  expect(submit(first, 61)).toBe(60);
  await exchangeLimits(first);
  await exchangeLimits(second);
  await exchange(second);
  await exchange(first);
  clock.advance(10_000);
  expect(first.limits.remaining("submissions", CUSTOMER)).toBe(60);
  expect(second.limits.remaining("submissions", CUSTOMER)).toBe(60);
});

test("a process that comes later begins with what happens from then on", async () => {
  const first = await startProcess();
  submit(first, 40);
  await exchange(first);
  const late = await startProcess();
  expect(late.limits.remaining("submissions", CUSTOMER)).toBe(60);
  submit(first, 5);
  await exchange(first);
  await exchange(late);
  expect(late.limits.remaining("submissions", CUSTOMER)).toBe(55);
});

test("what could not be written is written the next time", async () => {
  const [first, second] = [await startProcess(), await startProcess()];
  submit(first, 7);
  const away = { ...first, pool: { query: () => Promise.reject(new Error("away")) } as never };
  await expect(exchangeCounts(away, 1)).rejects.toThrow("away");
  await exchange(first);
  expect(await exchange(second)).toBe(7);
});

test("counts of a limit that this version does not know are left alone, and old rows are swept", async () => {
  await database.pool.query(
    `insert into limit_tally values (gen_random_uuid(), 'later', '1', 5, now()),
       (gen_random_uuid(), 'submissions', '1000', 5, now() - interval '31 minutes')`,
  );
  const first = await startProcess();
  expect(await exchange(first)).toBe(0);
  await sweepTallies(first);
  const { rows } = await database.pool.query("select name from limit_tally");
  expect(rows).toEqual([{ name: "later" }]);
});
