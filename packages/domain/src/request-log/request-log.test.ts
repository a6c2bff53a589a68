import { MovableClock } from "@sightline/testing/movable-clock";
import { expect, test } from "vitest";
import { type NotedCall, RequestLog } from "./request-log";

function buildCall(overrides: Partial<NotedCall> = {}): NotedCall {
  return {
    accountId: 1_000,
    atMs: 0,
    verb: "GET",
    address: "/res.php",
    what: "get",
    code: "OK",
    taskId: null,
    keyId: 1,
    from: "192.0.2.1",
    tookMs: 1,
    headers: {},
    sent: {},
    answered: "OK|x",
    ...overrides,
  };
}

test("what one account calls meanwhile goes together into a row", () => {
  const log = new RequestLog(new MovableClock(), 7);
  log.note(buildCall());
  log.note(buildCall({ accountId: 1_001 }));
  log.note(buildCall());
  expect(log.take(10).map(({ accountId, texts }) => [accountId, texts.length])).toEqual([
    [1_000, 2],
    [1_001, 1],
  ]);
  expect(log.take(10)).toEqual([]);
});

test("a row has its limits; what is more begins the next one", () => {
  const log = new RequestLog(new MovableClock(), 7);
  for (let n = 0; n < 120; n++) log.note(buildCall());
  expect(log.take(10).map(({ texts }) => texts.length)).toEqual([50, 50, 20]);
});

test("when more comes than is written, the new calls are dropped and counted", () => {
  const log = new RequestLog(new MovableClock(), 7);
  const answered = "x".repeat(100_000);
  for (let n = 0; n < 300; n++) log.note(buildCall({ answered }));
  expect(log.dropped).toBe(49);
  expect(log.take(1_000)).toHaveLength(251);
  log.note(buildCall());
  expect(log.dropped).toBe(49);
});

test("switched off, it keeps nothing", () => {
  const log = new RequestLog(new MovableClock(), 0);
  log.note(buildCall());
  expect(log.take(10)).toEqual([]);
});
