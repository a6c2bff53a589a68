import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildApiKey, buildDomain } from "../testing/builders";
import { admitCaller, findAddressRefusal } from "./admit-caller";
import { findApiKey } from "./find-api-key";
import { recordKeyUse } from "./record-key-use";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let accountId: number;
let key: string;
/** Bans are kept: each test calls from an address of its own. */
let address = "192.0.2.0";
let tests = 0;

beforeEach(async () => {
  address = `192.0.2.${++tests}`;
  ({ domain, ctx, clock } = await buildDomain(database.url));
  accountId = await buildAccount(ctx);
  key = await buildApiKey(ctx, accountId);
});
afterEach(() => domain.stop());

const UNKNOWN_KEY = "f".repeat(32);
const codeOf = async (callerKey: string | undefined, caller = address) => {
  const admission = await admitCaller(ctx, { key: callerKey, address: caller });
  return admission.ok ? "admitted" : admission.code;
};

test("a key of a customer is admitted as its holder", async () => {
  const admission = await admitCaller(ctx, { key, address });
  expect(admission).toMatchObject({ ok: true, holder: { accountId, suspended: false, limitOverrides: {} } });
});

test.each([undefined, "", "short", "a".repeat(33)])("the key %s is no key", async (malformed) => {
  expect(await codeOf(malformed)).toBe("ERROR_WRONG_USER_KEY");
});

test("a revoked key, a worker's key and a key with a NUL do not exist", async () => {
  const worker = await buildApiKey(ctx, await buildAccount(ctx, { role: "worker" }));
  await ctx.pool.query("update api_key set revoked_at = now() where account_id = $1", [accountId]);
  expect(await codeOf(key)).toBe("ERROR_KEY_DOES_NOT_EXIST");
  expect(await codeOf(worker)).toBe("ERROR_KEY_DOES_NOT_EXIST");
  expect(await codeOf(`${"a".repeat(31)}\0`)).toBe("ERROR_KEY_DOES_NOT_EXIST");
});

test("an address that is not on the account's list is refused", async () => {
  await ctx.pool.query(
    "update account_profile set allowed_addresses = '{198.51.100.0/24}' where account_id = $1",
    [accountId],
  );
  expect(await codeOf(key)).toBe("ERROR_IP_NOT_ALLOWED");
  expect(await codeOf(key, "198.51.100.9")).toBe("admitted");
});

test("after five wrong keys the address is refused everything for ten minutes", async () => {
  for (let i = 0; i < 4; i++) await codeOf("short");
  expect(await codeOf(UNKNOWN_KEY)).toBe("ERROR_KEY_DOES_NOT_EXIST");
  expect(await codeOf(key)).toBe("ERROR: 1004");
  expect(findAddressRefusal(ctx, address)).toBe("ERROR: 1004");
  expect(await codeOf(key, "203.0.113.2")).toBe("admitted");
  clock.advance(600_000);
  expect(await codeOf(key)).toBe("admitted");
});

test("more than sixty wrong keys in three seconds, the refused ones included, ban the address before 1004 does", async () => {
  const codes = [];
  for (let i = 0; i < 61; i++) codes.push(await codeOf(i % 2 ? "short" : UNKNOWN_KEY));
  expect(codes.slice(5, 60)).toEqual(Array(55).fill("ERROR: 1004"));
  expect(codes[60]).toBe("IP_BANNED");
  expect(await codeOf(key)).toBe("IP_BANNED");
  clock.advance(300_000);
  expect(await codeOf(key)).toBe("ERROR: 1004");
});

test("right keys do not count towards the ban for wrong ones", async () => {
  for (let i = 0; i < 5; i++) await codeOf("short");
  for (let i = 0; i < 100; i++) await codeOf(key);
  expect(await codeOf(key)).toBe("ERROR: 1004");
});

test("when a key was used is written once in a while, and never moves back", async () => {
  await findApiKey(ctx, key);
  clock.advance(5_000);
  await findApiKey(ctx, key);
  expect(await recordKeyUse(ctx)).toEqual({ written: 1 });
  expect(await recordKeyUse(ctx)).toEqual({ written: 0 });
  const { rows } = await ctx.pool.query("select last_used_at from api_key where account_id = $1", [
    accountId,
  ]);
  expect(rows[0].last_used_at.getTime()).toBe(clock.nowMs());
});
