import { LIMITS } from "@sightline/contract/limits";
import { MovableClock } from "@sightline/testing/movable-clock";
import { beforeEach, expect, test } from "vitest";
import { LimitCounters } from "./limit-counters";

const CUSTOMER = 1_000;
let clock: MovableClock;
let limits: LimitCounters;

beforeEach(() => {
  clock = new MovableClock();
  limits = new LimitCounters({ clock });
});

function submit(times: number): string[] {
  return Array.from({ length: times }, () => {
    const verdict = limits.hit("submissions", CUSTOMER);
    return verdict.allowed ? "allowed" : String(verdict.code);
  });
}

test("sixty submissions in three seconds are allowed and the sixty-first starts the ban", () => {
  expect(new Set(submit(60))).toEqual(new Set(["allowed"]));
  expect(limits.hit("submissions", CUSTOMER)).toEqual({
    allowed: false,
    code: "MAX_USER_TURN",
    retryAfterMs: 10_000,
  });
});

test("a ban is not lengthened by requests during it", () => {
  submit(61);
  clock.advance(9_000);
  submit(100);
  expect(limits.hit("submissions", CUSTOMER)).toMatchObject({ allowed: false, retryAfterMs: 1_000 });
  clock.advance(1_000);
  expect(limits.hit("submissions", CUSTOMER)).toMatchObject({ allowed: true });
});

test("after a ban its count starts at zero", () => {
  submit(61);
  clock.advance(10_000);
  expect(new Set(submit(60))).toEqual(new Set(["allowed"]));
  expect(submit(1)).toEqual(["MAX_USER_TURN"]);
});

test("a window slides: old events make room for new ones", () => {
  submit(30);
  clock.advance(2_000);
  submit(30);
  clock.advance(1_100);
  expect(new Set(submit(30))).toEqual(new Set(["allowed"]));
  expect(submit(1)).toEqual(["MAX_USER_TURN"]);
});

test("accounts are counted apart", () => {
  submit(61);
  expect(limits.hit("submissions", CUSTOMER + 1).allowed).toBe(true);
});

test("a maximum that staff set replaces the table's", () => {
  for (let i = 0; i < 500; i++) expect(limits.hit("submissions", CUSTOMER, 500).allowed).toBe(true);
  expect(limits.hit("submissions", CUSTOMER, 500).allowed).toBe(false);
});

test("a count that was filled by outcomes bans the next request that asks", () => {
  for (let i = 0; i < 120; i++) {
    expect(limits.refusal("zero_balance_refusals", CUSTOMER)).toBeNull();
    limits.count("zero_balance_refusals", CUSTOMER);
  }
  const refusal = { allowed: false, code: "ERROR: 1002", retryAfterMs: 300_000 };
  expect(limits.refusal("zero_balance_refusals", CUSTOMER)).toEqual(refusal);
});

test("a full window that nobody asks about bans nobody", () => {
  for (let i = 0; i < 120; i++) limits.count("zero_balance_refusals", CUSTOMER);
  clock.advance(62_000);
  expect(limits.refusal("zero_balance_refusals", CUSTOMER)).toBeNull();
});

test("what happens during a ban does not count towards the next one", () => {
  for (let i = 0; i < 5; i++) limits.count("wrong_keys", "192.0.2.1");
  limits.refusal("wrong_keys", "192.0.2.1");
  for (let i = 0; i < 5; i++) limits.count("wrong_keys", "192.0.2.1");
  clock.advance(LIMITS.wrong_keys.banMs);
  expect(limits.refusal("wrong_keys", "192.0.2.1")).toBeNull();
});

test("each accepted task adds twenty to the results that may be read in ten minutes", () => {
  expect(limits.maxResultReads(CUSTOMER)).toBe(1_200);
  limits.countAcceptedTask(CUSTOMER);
  limits.countAcceptedTask(CUSTOMER);
  expect(limits.maxResultReads(CUSTOMER)).toBe(1_240);
  expect(limits.maxResultReads(CUSTOMER, 5)).toBe(45);
  clock.advance(611_000);
  expect(limits.maxResultReads(CUSTOMER)).toBe(1_200);
});

test("counting costs less than a microsecond a request, also with ten thousand accounts", () => {
  for (let account = 0; account < 10_000; account++) limits.hit("result_reads", account, 1e9);
  const hits = 50_000;
  const costsUs = Array.from({ length: 8 }, () => {
    const startedMs = performance.now();
    for (let i = 0; i < hits; i++) limits.hit("result_reads", i % 10_000, 1e9);
    return ((performance.now() - startedMs) * 1_000) / hits;
  });
  // The best of several: other processes share the cores. The goal is 1 µs on an idle machine.
  expect(Math.min(...costsUs)).toBeLessThan(2);
});
