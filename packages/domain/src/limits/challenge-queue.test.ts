import type { TaskKind } from "@sightline/contract/task-kinds";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { createTask } from "../tasks/create-task";
import { buildAccount, buildDomain } from "../testing/builders";
import { queueMax } from "./challenge-queue";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

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

test("a hundred waiting challenges of one customer fill its queue, not that of others, and not for other kinds", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  const send = (kind: TaskKind) => createTask(ctx, { accountId, kind, params: {} });
  for (let i = 0; i < 99; i++) await send(i % 2 === 0 ? "hcaptcha" : "recaptcha_v2");
  await Promise.all(Array.from({ length: 20 }, () => send("funcaptcha")));
  expect(await ctx.challengeQueue.isFull(accountId, "hcaptcha")).toBe(false);
  await send("recaptcha_v3");
  expect(await ctx.challengeQueue.isFull(accountId, "hcaptcha")).toBe(true);
  expect(await ctx.challengeQueue.isFull(accountId, "recaptcha_v2")).toBe(true);
  expect(await ctx.challengeQueue.isFull(accountId, "funcaptcha")).toBe(false);
  expect(await ctx.challengeQueue.isFull(accountId, "image")).toBe(false);
  expect(await ctx.challengeQueue.isFull(await buildAccount(ctx), "hcaptcha")).toBe(false);
});
