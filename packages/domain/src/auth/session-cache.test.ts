import { MovableClock } from "@sightline/testing/movable-clock";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "./actor";
import { SessionCache } from "./session-cache";

let clock: MovableClock;
let cache: SessionCache;
beforeEach(() => {
  clock = new MovableClock();
  cache = new SessionCache(clock);
});

const actor = (sessionId: string): Actor => ({
  sessionId,
  userId: "user",
  accountId: 1001,
  role: "worker",
  teamRole: "owner",
  name: "Worker",
  email: "worker@example.org",
});

test("what was asked is remembered for thirty seconds", () => {
  cache.remember("cookie", actor("s1"), cache.mark);
  clock.advance(29_999);
  expect(cache.find("cookie")).toEqual(actor("s1"));
  clock.advance(1);
  expect(cache.find("cookie")).toBeNull();
});

test("another signature of the same token is another cookie", () => {
  cache.remember("token.signature", actor("s1"), cache.mark);
  expect(cache.find("token.forged")).toBeNull();
});

test("a session is forgotten by its id", () => {
  cache.remember("one", actor("s1"), cache.mark);
  cache.remember("two", actor("s2"), cache.mark);
  cache.forgetSession("s1");
  expect(cache.find("one")).toBeNull();
  expect(cache.find("two")).not.toBeNull();
});

test("an answer from before a revocation is not remembered", () => {
  const { mark } = cache;
  cache.forgetSession("s1");
  cache.remember("one", actor("s1"), mark);
  expect(cache.find("one")).toBeNull();
});

test("it holds 20,000 sessions and drops the one remembered first", () => {
  for (let i = 0; i <= 20_000; i++) cache.remember(`cookie ${i}`, actor(`s${i}`), cache.mark);
  expect(cache.find("cookie 0")).toBeNull();
  expect(cache.find("cookie 1")).not.toBeNull();
  expect(cache.find("cookie 20000")).not.toBeNull();
});
