import { randomUUID } from "node:crypto";
import type { PackageSpan } from "@sightline/contract/packages";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { turnOverPackages } from "../maintenance/turn-over-packages";
import { Refusal } from "../refusal";
import { buildAccount, buildDomain } from "../testing/builders";
import { buyPackage } from "./buy-package";
import { customerPackages } from "./customer-packages";
import { planHistory } from "./plan-history";
import { setPackageOptions } from "./set-package-options";
import { setPlan } from "./set-plan";

const DAY_MS = 86_400_000;
const USD = 1_000_000;
const MICRO_DAY = 2 * USD;
const STARTER_DAY = 3.5 * USD;

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterEach(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
});
afterAll(() => domain.stop());

interface Order {
  name?: string;
  span?: PackageSpan;
  priceMicros?: number;
  renew?: boolean;
  clientId?: string;
}

function buy(accountId: number, order: Order = {}): Promise<{ purchaseId: number }> {
  const { name = "Micro", span = "day", priceMicros = MICRO_DAY, renew = false } = order;
  return buyPackage(ctx, {
    accountId,
    name,
    span,
    priceMicros,
    renew,
    clientId: order.clientId ?? randomUUID(),
  });
}

const customerWith = (amountMicros: number): Promise<number> => buildAccount(ctx, { amountMicros });
const spendable = async (accountId: number): Promise<number> =>
  (await getBalance(ctx, accountId)).availableMicros;

async function statesOf(accountId: number): Promise<string[]> {
  const { purchases } = await customerPackages(ctx, accountId);
  return purchases.map(({ name, state }) => `${name} ${state}`);
}

test("the offers are those of the source document", async () => {
  const { offers } = await customerPackages(ctx, await customerWith(0));
  expect(
    offers.map(({ name, threads, micros }) => [name, threads, ...Object.values(micros).map((m) => m / USD)]),
  ).toEqual([
    ["Micro", 5, 2, 12, 39],
    ["Starter", 10, 3.5, 21, 69],
    ["Regular", 20, 6.5, 38, 129],
    ["Advanced", 30, 10, 55, 189],
    ["Premium", 60, 18, 99, 369],
  ]);
});

test("a package is paid from the balance and gives its threads until its span is over", async () => {
  const accountId = await customerWith(5 * USD);
  await buy(accountId);
  expect(await spendable(accountId)).toBe(3 * USD);
  const { purchases, threads } = await customerPackages(ctx, accountId);
  expect(threads).toEqual({ max: 5, running: 0 });
  expect(purchases).toMatchObject([
    { name: "Micro", state: "running", endsAtMs: clock.nowMs() + DAY_MS, priceMicros: MICRO_DAY },
  ]);
});

test("the same purchase sent twice at once is bought once", async () => {
  const accountId = await customerWith(5 * USD);
  const clientId = randomUUID();
  const bought = await Promise.all([buy(accountId, { clientId }), buy(accountId, { clientId })]);
  expect(bought[0]).toEqual(bought[1]);
  expect(await spendable(accountId)).toBe(3 * USD);
});

test.each<[string, number, Order]>([
  ["more than the balance", 1 * USD, {}],
  ["a price that has changed", 9 * USD, { priceMicros: 1 * USD }],
  ["a package that is not on offer", 9 * USD, { name: "Huge" }],
])("%s is refused and moves nothing", async (_, amountMicros, order) => {
  const accountId = await customerWith(amountMicros);
  await expect(buy(accountId, order)).rejects.toBeInstanceOf(Refusal);
  expect(await spendable(accountId)).toBe(amountMicros);
  expect(await customerPackages(ctx, accountId)).toMatchObject({ purchases: [], threads: { max: 0 } });
});

test("nobody but a customer buys", async () => {
  const worker = await buildAccount(ctx, { role: "worker" });
  await expect(buy(worker)).rejects.toBeInstanceOf(Refusal);
  await expect(setPackageOptions(ctx, { accountId: worker, overflow: true })).rejects.toBeInstanceOf(Refusal);
});

test("a larger package replaces the running one, and what was left of it comes back by time", async () => {
  const accountId = await customerWith(10 * USD);
  await buy(accountId);
  clock.advance(DAY_MS / 4);
  await buy(accountId, { name: "Starter", priceMicros: STARTER_DAY });
  expect(await spendable(accountId)).toBe(10 * USD - MICRO_DAY + (MICRO_DAY * 3) / 4 - STARTER_DAY);
  expect(await statesOf(accountId)).toEqual(["Starter running", "Micro replaced"]);
  expect((await customerPackages(ctx, accountId)).threads.max).toBe(10);
});

test("what is left of the running one counts towards the larger one, but no more than that", async () => {
  const accountId = await customerWith(MICRO_DAY + 1_999_999);
  await buy(accountId);
  clock.advance(DAY_MS / 4);
  await expect(buy(accountId, { name: "Starter", priceMicros: STARTER_DAY })).rejects.toBeInstanceOf(Refusal);
  expect(await statesOf(accountId)).toEqual(["Micro running"]);
  expect(await spendable(accountId)).toBe(1_999_999);
});

test("an equal package waits, begins where the first ends, and a third is refused", async () => {
  const accountId = await customerWith(10 * USD);
  await buy(accountId);
  const endsAtMs = clock.nowMs() + DAY_MS;
  await buy(accountId);
  await expect(buy(accountId)).rejects.toBeInstanceOf(Refusal);
  expect(await spendable(accountId)).toBe(6 * USD);
  clock.advance(DAY_MS + 700);
  await turnOverPackages.runOnce(ctx);
  expect(await statesOf(accountId)).toEqual(["Micro running", "Micro ended"]);
  const [running] = (await customerPackages(ctx, accountId)).purchases;
  expect(running?.startsAtMs).toBe(endsAtMs);
});

test("a package that is not renewed ends, and its threads with it", async () => {
  const accountId = await customerWith(10 * USD);
  await buy(accountId, { renew: true });
  await setPackageOptions(ctx, { accountId, renew: false });
  clock.advance(DAY_MS);
  await turnOverPackages.runOnce(ctx);
  expect(await statesOf(accountId)).toEqual(["Micro ended"]);
  expect((await customerPackages(ctx, accountId)).threads.max).toBe(0);
  expect(await spendable(accountId)).toBe(8 * USD);
  await turnOverPackages.runOnce(ctx);
  const { rows } = await ctx.pool.query("select notice, params from notice where account_id = $1", [
    accountId,
  ]);
  expect(rows).toEqual([{ notice: "package_ended", params: { name: "Micro" } }]);
});

test("staff see a package's versions, and how many run it and will renew it by themselves", async () => {
  const adminId = await buildAccount(ctx, { role: "admin" });
  const version = { name: "Own", threads: 2, dayMicros: USD, weekMicros: 5 * USD, monthMicros: 9 * USD };
  await setPlan(ctx, { ...version, offered: true, changedBy: adminId });
  const [renewing, ending, replacing] = [
    await customerWith(20 * USD),
    await customerWith(20 * USD),
    await customerWith(20 * USD),
  ];
  const order = { name: "Own", priceMicros: USD };
  await buy(renewing, { ...order, renew: true });
  await buy(ending, order);
  // The second waits behind the first, which is not renewed then.
  await buy(replacing, { ...order, renew: true });
  await buy(replacing, { ...order, renew: true });
  await setPlan(ctx, { ...version, dayMicros: 2 * USD, offered: false, changedBy: adminId });
  const history = await planHistory(ctx, { name: "Own" });
  expect(history).toMatchObject({ running: 3, renewals: { day: 2, week: 0, month: 0 } });
  expect(history.versions.map(({ offered, micros }) => [offered, micros.day])).toEqual([
    [false, 2 * USD],
    [true, USD],
  ]);
  expect(await planHistory(ctx, { name: "No such" })).toEqual({
    versions: [],
    running: 0,
    renewals: { day: 0, week: 0, month: 0 },
  });
});

test("a version from a later time on holds from then on, and none begins in the past", async () => {
  const adminId = await buildAccount(ctx, { role: "admin" });
  const version = { name: "Later", threads: 2, dayMicros: USD, weekMicros: 5 * USD, monthMicros: 9 * USD };
  const set = (dayMicros: number, effectiveFromMs?: number) =>
    setPlan(ctx, { ...version, dayMicros, effectiveFromMs, offered: true, changedBy: adminId });
  await set(USD);
  await set(2 * USD, clock.nowMs() + DAY_MS);
  await expect(set(3 * USD, clock.nowMs() - DAY_MS)).rejects.toThrow("in the past");
  const accountId = await customerWith(20 * USD);
  const order = { name: "Later", priceMicros: USD };
  await expect(buy(accountId, { ...order, priceMicros: 2 * USD })).rejects.toThrow();
  await buy(accountId, { ...order, renew: true });
  clock.advance(DAY_MS);
  await turnOverPackages.runOnce(ctx);
  // The renewal bought the version that holds by now.
  expect(await spendable(accountId)).toBe(17 * USD);
});

test("a package is renewed from the balance as long as it lasts, once, whoever looks", async () => {
  const accountId = await customerWith(5 * USD);
  await buy(accountId, { renew: true });
  clock.advance(DAY_MS);
  await Promise.all([turnOverPackages.runOnce(ctx), turnOverPackages.runOnce(ctx)]);
  expect(await statesOf(accountId)).toEqual(["Micro running", "Micro ended"]);
  expect(await spendable(accountId)).toBe(1 * USD);
  clock.advance(DAY_MS);
  await turnOverPackages.runOnce(ctx);
  expect(await statesOf(accountId)).toEqual(["Micro ended", "Micro ended"]);
});
