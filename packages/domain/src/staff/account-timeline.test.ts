import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { liftByHand } from "../standing/lift-by-hand";
import { suspendAccount } from "../standing/suspend-account";
import { buildAccount, buildApiKey, buildDomain } from "../testing/builders";
import { accountTimeline } from "./account-timeline";
import { depositByHand } from "./deposit-by-hand";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

test("an account's timeline tells of everything, newest first, a page at a time, and of nobody else", async () => {
  const adminId = await buildAccount(ctx, { role: "admin" });
  const accountId = await buildAccount(ctx);
  const otherId = await buildAccount(ctx, { amountMicros: 1_000 });
  clock.advance(1_000);
  await buildApiKey(ctx, accountId);
  clock.advance(1_000);
  await depositByHand(ctx, { accountId, amountMicros: 5_000, reason: "Cash.", bookedBy: adminId });
  clock.advance(1_000);
  for (let i = 0; i < 12; i++) {
    await suspendAccount(ctx, { accountId, reason: `Once ${i}.`, untilMs: null, suspendedBy: adminId });
    await liftByHand(ctx, { accountId, reason: "Again.", liftedBy: adminId });
  }
  const seen: string[] = [];
  let after: { atMs: number; key: string } | undefined;
  let pages = 0;
  do {
    const page = await accountTimeline(ctx, { accountId, after });
    seen.push(...page.rows.map(({ event, key }) => `${event} ${key}`));
    after = page.next ?? undefined;
    pages++;
  } while (after !== undefined && pages < 10);
  expect(pages).toBe(2);
  expect(new Set(seen).size).toBe(seen.length);
  const counts = (event: string) => seen.filter((each) => each.startsWith(`${event} `)).length;
  expect([counts("notice"), counts("staff_act"), counts("deposit"), counts("api_key_made")]).toEqual([
    24, 25, 1, 1,
  ]);
  expect(counts("opened")).toBe(1);
  const others = await accountTimeline(ctx, { accountId: otherId });
  expect(others.rows.map(({ event }) => event).sort()).toEqual(["deposit", "opened"]);
});
