import { randomBytes, randomUUID } from "node:crypto";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { countSubmission } from "../limits/count-submission";
import { makePartitions } from "../maintenance/make-partitions";
import { buyPackage } from "../packages/buy-package";
import { setPrice } from "../prices/set-price";
import { type CreateTaskReply, createTask } from "../tasks/create-task";
import { buildAccount, buildDomain } from "../testing/builders";
import { TWO_OF_THREE } from "../testing/model-task";
import { changeApiKey } from "./change-api-key";
import { createApiKey } from "./create-api-key";
import { findApiKey } from "./find-api-key";
import type { NewKeySettings } from "./key-setting-columns";
import { listKeySpend } from "./list-key-spend";
import { sweepKeySpend } from "./sweep-key-spend";
import { writeKeySpend } from "./write-key-spend";

const database = useTestDatabase();
const DAY_MS = 86_400_000;
const PRICE_MICROS = 1_000;
const OVER = { ok: false, code: "ERROR_ZERO_BALANCE", ofKey: true };
let domains: Domain[];
let ctx: DomainContext;
let twin: DomainContext;
let clocks: MovableClock[];
let accountId: number;

beforeAll(async () => {
  const built = [await buildDomain(database.url), await buildDomain(database.url)] as const;
  domains = built.map(({ domain }) => domain);
  clocks = built.map(({ clock }) => clock);
  ctx = built[0].ctx;
  twin = built[1].ctx;
  // Noon of a day in the middle of a month, so that no test crosses a border by itself.
  const next = new Date(ctx.clock.nowMs() + 20 * DAY_MS);
  await at(Date.UTC(next.getUTCFullYear(), next.getUTCMonth(), 15, 12));
  await setPrice(ctx, {
    kind: "image",
    changedBy: 1_000,
    priceMicros: PRICE_MICROS,
    rateMinMicros: PRICE_MICROS,
    rateMaxMicros: PRICE_MICROS,
    workerShareBasisPoints: 6_000,
    packageShareBasisPoints: 6_000,
  });
  await twin.prices.load();
});
beforeEach(async () => {
  accountId = await buildAccount(ctx, { amountMicros: 100_000 });
});
afterAll(async () => {
  for (const domain of domains) await domain.stop();
});

async function at(ms: number): Promise<void> {
  for (const clock of clocks) clock.advance(ms - clock.nowMs());
  await makePartitions.runOnce(ctx);
}
async function keyWith(settings: NewKeySettings): Promise<{ key: string; keyId: number }> {
  const { key, row } = await createApiKey(ctx, { accountId, ...settings, name: "Budgeted" });
  return { key, keyId: row.id };
}
async function send(from: DomainContext, key: string, more: object = {}): Promise<CreateTaskReply> {
  const holder = await findApiKey(from, key);
  return createTask(from, {
    accountId,
    kind: "image",
    file: { bytes: randomBytes(200), mediaType: "image/png", widthPx: 100, heightPx: 40 },
    params: {},
    budget: holder?.budget,
    ...more,
  });
}
const heldMicros = async () => (await getBalance(ctx, accountId)).heldMicros;

test("a key spends its budget of a day and no more, however much comes at once, and nothing is held for the rest", async () => {
  const { key } = await keyWith({ dayBudgetMicros: 3_500 });
  const replies = await Promise.all(Array.from({ length: 10 }, () => send(ctx, key)));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
  expect(replies.filter(({ ok }) => !ok)[0]).toMatchObject({
    ...OVER,
    errorText: expect.stringContaining("budget of 0.0035 USD a day"),
  });
  expect(await heldMicros()).toBe(3_000);
});

test("the next day begins at zero, the month goes on, and the next month begins at zero, too", async () => {
  const { key } = await keyWith({ dayBudgetMicros: 2_000, monthBudgetMicros: 3_000 });
  expect(await send(ctx, key)).toMatchObject({ ok: true });
  expect(await send(ctx, key)).toMatchObject({ ok: true });
  expect(await send(ctx, key)).toMatchObject({ ...OVER, errorText: expect.stringContaining("a day") });
  await writeKeySpend(ctx);
  await at(ctx.clock.nowMs() + DAY_MS);
  expect(await send(ctx, key)).toMatchObject({ ok: true });
  expect(await send(ctx, key)).toMatchObject({ ...OVER, errorText: expect.stringContaining("a month") });
  await writeKeySpend(ctx);
  await at(ctx.clock.nowMs() + 20 * DAY_MS);
  expect(await send(ctx, key)).toMatchObject({ ok: true });
});

test("two processes exceed a budget by what the other accepts between two writes, and know of each other then", async () => {
  const { key, keyId } = await keyWith({ dayBudgetMicros: 4_000 });
  for (const from of [ctx, twin, ctx, twin]) expect(await send(from, key)).toMatchObject({ ok: true });
  expect(await send(ctx, key)).toMatchObject({ ok: true });
  await writeKeySpend(ctx);
  await writeKeySpend(twin);
  await writeKeySpend(ctx);
  expect(await listKeySpend(ctx, accountId)).toEqual([{ keyId, dayMicros: 5_000, monthMicros: 5_000 }]);
  expect(await send(twin, key)).toMatchObject(OVER);
  // The first one wrote before the other: it learns with its key, half a minute later at the latest.
  await at(ctx.clock.nowMs() + 30_000);
  expect(await send(ctx, key)).toMatchObject(OVER);
});

test("a process that starts later begins with what was spent before", async () => {
  const { key } = await keyWith({ monthBudgetMicros: 2_000 });
  await send(ctx, key);
  await send(ctx, key);
  await writeKeySpend(ctx);
  expect(await send(twin, key)).toMatchObject(OVER);
});

test("what a write could not save is written by the next one, once", async () => {
  const { key, keyId } = await keyWith({ dayBudgetMicros: 9_000 });
  await send(ctx, key);
  const away = {
    ...ctx,
    pool: { query: () => Promise.reject(new Error("away")) } as unknown as typeof ctx.pool,
  };
  await expect(writeKeySpend(away)).rejects.toThrow("away");
  await send(ctx, key);
  expect(await writeKeySpend(ctx)).toEqual({ written: 1 });
  expect(await writeKeySpend(ctx)).toEqual({ written: 0 });
  expect(await listKeySpend(ctx, accountId)).toEqual([{ keyId, dayMicros: 2_000, monthMicros: 2_000 }]);
});

test("a task of several answers counts with the most that it may cost", async () => {
  const { key } = await keyWith({ dayBudgetMicros: 3_999 });
  expect(await send(ctx, key, { recognition: TWO_OF_THREE })).toMatchObject({ ok: true });
  expect(await send(ctx, key)).toMatchObject(OVER);
});

test("what is refused for another reason is not counted, and what a package takes is free", async () => {
  const poor = await buildAccount(ctx, { amountMicros: 1_500 });
  accountId = poor;
  const { key } = await keyWith({ dayBudgetMicros: 2_000 });
  expect(await send(ctx, key)).toMatchObject({ ok: true });
  expect(await send(ctx, key)).toEqual({ ok: false, code: "ERROR_ZERO_BALANCE" });
  await writeKeySpend(ctx);
  expect(await listKeySpend(ctx, poor)).toMatchObject([{ dayMicros: 1_000 }]);

  accountId = await buildAccount(ctx, { amountMicros: 100_000_000 });
  const bought = { name: "Micro", span: "day", priceMicros: 2_000_000, renew: false } as const;
  await buyPackage(ctx, { accountId, ...bought, clientId: randomUUID() });
  const packaged = await keyWith({ dayBudgetMicros: 1 });
  expect(await send(ctx, packaged.key)).toMatchObject({ ok: true });
  await writeKeySpend(ctx);
  expect(await listKeySpend(ctx, accountId)).toMatchObject([{ dayMicros: 0 }]);
});

test("a raised budget holds at once, and a removed one is none", async () => {
  const { key, keyId } = await keyWith({ dayBudgetMicros: 1_000 });
  await send(ctx, key);
  expect(await send(ctx, key)).toMatchObject(OVER);
  const open = {
    name: "More",
    scopes: null,
    allowedAddresses: [],
    expiresAtMs: null,
    monthBudgetMicros: null,
  };
  await changeApiKey(ctx, { accountId, keyId, ...open, dayBudgetMicros: 2_000 });
  expect(await send(ctx, key)).toMatchObject({ ok: true });
  expect(await send(ctx, key)).toMatchObject(OVER);
  await changeApiKey(ctx, { accountId, keyId, ...open, dayBudgetMicros: null });
  expect(await send(ctx, key)).toMatchObject({ ok: true });
  expect(await listKeySpend(ctx, accountId)).toEqual([]);
});

test("refusals for one key's budget bring no ban to the account's other keys", async () => {
  for (let i = 0; i < 200; i++)
    countSubmission(ctx, accountId, { ok: false, code: "ERROR_ZERO_BALANCE", ofKey: true });
  expect(ctx.limits.refusal("zero_balance_refusals", accountId)).toBeNull();
});

test("what was spent in months that are over is deleted, and this month's is not", async () => {
  const { key, keyId } = await keyWith({ dayBudgetMicros: 9_000 });
  await send(ctx, key);
  await writeKeySpend(ctx);
  await ctx.pool.query("insert into key_spend values ($1, $2, 1)", [
    keyId,
    new Date(ctx.clock.nowMs() - 90 * DAY_MS),
  ]);
  expect(await sweepKeySpend(ctx)).toBeGreaterThan(0);
  expect(await sweepKeySpend(ctx)).toBe(0);
  expect(await listKeySpend(ctx, accountId)).toEqual([{ keyId, dayMicros: 1_000, monthMicros: 1_000 }]);
});
