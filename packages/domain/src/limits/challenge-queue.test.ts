import type { TaskKind } from "@sightline/contract/task-kinds";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { createSiteTask } from "../sites/create-site-task";
import { buildAccount, buildDomain } from "../testing/builders";
import { queueMax } from "./challenge-queue";

const database = useTestDatabase();
let here: Domain;
let there: Domain;
let ctx: DomainContext;
beforeAll(async () => {
  ({ domain: here, ctx } = await buildDomain(database.url));
  there = (await buildDomain(database.url)).domain;
});
afterAll(() => Promise.all([here.stop(), there.stop()]));

const PLACE = { host: "demo.test", pageUrl: "https://demo.test/", proxy: null };
const params = { challenge: { pageUrl: "https://demo.test/", siteKey: "k" } };
async function send(accountId: number, kind: TaskKind, by = ctx, queueMax?: number): Promise<string> {
  const reply = await createSiteTask(by, { accountId, kind, params }, { ...PLACE, queueMax });
  return reply.ok ? "accepted" : reply.code;
}
const sendMany = (count: number, submit: (i: number) => Promise<string>) =>
  Promise.all(Array.from({ length: count }, (_, i) => submit(i)));
const accepted = (replies: readonly string[]) => replies.filter((reply) => reply === "accepted").length;

test.each([
  [0, 100],
  [500, 100],
  [501, 99],
  [2_750, 75],
  [4_999, 50],
  [5_000, 50],
  [100_000, 50],
])("while %i tasks wait in all, a customer's queue holds %i", (waiting, max) => {
  expect(queueMax(waiting)).toBe(max);
});

test("of a hundred and fifty challenges sent at once exactly a hundred are taken", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  const replies = await sendMany(150, (i) => send(accountId, i % 2 === 0 ? "hcaptcha" : "recaptcha_v2"));
  expect(accepted(replies)).toBe(100);
  expect(new Set(replies)).toEqual(new Set(["accepted", "ERROR_NO_SLOT_AVAILABLE"]));
  expect(await send(accountId, "recaptcha_v3")).toBe("ERROR_NO_SLOT_AVAILABLE");
});

test("a full queue is that of one customer, and not for other kinds", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  await sendMany(100, () => send(accountId, "recaptcha_v3"));
  expect(await send(accountId, "hcaptcha")).toBe("ERROR_NO_SLOT_AVAILABLE");
  expect(await send(accountId, "funcaptcha")).toBe("accepted");
  expect(await send(await buildAccount(ctx, { amountMicros: 1_000_000 }), "hcaptcha")).toBe("accepted");
});

test("a challenge that is refused for another reason leaves its place", async () => {
  const accountId = await buildAccount(ctx);
  expect(await send(accountId, "hcaptcha", ctx, 1)).toBe("ERROR_ZERO_BALANCE");
  await ctx.pool.query("update account set available_micros = 1000 where id = $1", [accountId]);
  expect(await send(accountId, "hcaptcha", ctx, 1)).toBe("accepted");
  expect(await send(accountId, "hcaptcha", ctx, 1)).toBe("ERROR_NO_SLOT_AVAILABLE");
});

test("staff may set another number, which falls to its half as well", async () => {
  expect(queueMax(5_000, 20)).toBe(10);
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  expect(accepted(await sendMany(30, () => send(accountId, "hcaptcha", ctx, 20)))).toBe(20);
});

test("two processes exceed it by no more than the limits' table says", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  const replies = await sendMany(300, (i) => send(accountId, "hcaptcha", i % 2 === 0 ? ctx : there.ctx));
  expect(accepted(replies)).toBeGreaterThanOrEqual(100);
  expect(accepted(replies)).toBeLessThanOrEqual(200);
  expect(await send(accountId, "hcaptcha")).toBe("ERROR_NO_SLOT_AVAILABLE");
  expect(await send(accountId, "hcaptcha", there.ctx)).toBe("ERROR_NO_SLOT_AVAILABLE");
});
