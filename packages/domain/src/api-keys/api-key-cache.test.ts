import { MovableClock } from "@sightline/testing/movable-clock";
import { beforeEach, expect, test } from "vitest";
import { ApiKeyCache, type ApiKeyHolder } from "./api-key-cache";

let clock: MovableClock;
let cache: ApiKeyCache;

beforeEach(() => {
  clock = new MovableClock();
  cache = new ApiKeyCache({ clock });
});

function holderOf(accountId: number): ApiKeyHolder {
  return {
    keyId: accountId * 10,
    accountId,
    allowedAddresses: [],
    keyAddresses: [],
    scopes: null,
    endsAtMs: null,
    budget: null,
    suspended: false,
    limitOverrides: {},
    recognition: {},
    test: false,
  };
}

test("a key is known for thirty seconds after it was read", async () => {
  await cache.load("key", async () => holderOf(1));
  clock.advance(29_999);
  expect(cache.get("key")).toEqual(holderOf(1));
  clock.advance(1);
  expect(cache.get("key")).toBeUndefined();
});

test("a key that nobody has is known as such for two seconds", async () => {
  await cache.load("key", async () => null);
  clock.advance(1_999);
  expect(cache.get("key")).toBeNull();
  clock.advance(1);
  expect(cache.get("key")).toBeUndefined();
});

test("everybody who asks meanwhile shares one read", async () => {
  let reads = 0;
  const read = async () => {
    reads++;
    return holderOf(1);
  };
  const found = await Promise.all([
    cache.load("key", read),
    cache.load("key", read),
    cache.load("key", read),
  ]);
  expect(found).toEqual([holderOf(1), holderOf(1), holderOf(1)]);
  expect(reads).toBe(1);
});

test("a read that failed is not remembered", async () => {
  await expect(cache.load("key", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await cache.load("key", async () => holderOf(1))).toEqual(holderOf(1));
});

test("forgetting an account drops its keys and the unknown ones, and keeps the others", async () => {
  await cache.load("mine", async () => holderOf(1));
  await cache.load("theirs", async () => holderOf(2));
  await cache.load("unknown", async () => null);
  cache.forget(1);
  expect(cache.get("mine")).toBeUndefined();
  expect(cache.get("unknown")).toBeUndefined();
  expect(cache.get("theirs")).toEqual(holderOf(2));
});

test("what was being read while the account changed is not kept", async () => {
  const loading = cache.load("key", async () => holderOf(1));
  cache.forget(1);
  await loading;
  expect(cache.get("key")).toBeUndefined();
});

test("ten thousand keys are kept, and guessed ones push out none of them", async () => {
  for (let account = 1; account <= 10_001; account++)
    await cache.load(`key ${account}`, async () => holderOf(account));
  for (let guess = 0; guess < 2_000; guess++) await cache.load(`guess ${guess}`, async () => null);
  expect(cache.get("key 1")).toBeUndefined();
  expect(cache.get("key 2")).toEqual(holderOf(2));
  expect(cache.get("guess 0")).toBeUndefined();
  expect(cache.get("guess 1999")).toBeNull();
});

test("it tells once which keys were used, and when last", async () => {
  await cache.load("key", async () => holderOf(1));
  clock.advance(500);
  cache.get("key");
  expect([...cache.takeUsedKeys()]).toEqual([[10, clock.nowMs()]]);
  expect(cache.takeUsedKeys().size).toBe(0);
});
