import { MovableClock } from "@sightline/testing/movable-clock";
import { expect, test } from "vitest";
import { readEntries } from "./list-requests";
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
  expect(log.take(10).map(({ accountId, count }) => [accountId, count])).toEqual([
    [1_000, 2],
    [1_001, 1],
  ]);
  expect(log.take(10)).toEqual([]);
});

test("a row has its limits; what is more begins the next one", () => {
  const log = new RequestLog(new MovableClock(), 7);
  for (let n = 0; n < 120; n++) log.note(buildCall());
  expect(log.take(10).map(({ count }) => count)).toEqual([50, 50, 20]);
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

test("what is written is JSON, whatever was said: each call with how often it came, and what happened to tasks", () => {
  const log = new RequestLog(new MovableClock(), 7);
  const waiting = { code: "CAPCHA_NOT_READY", taskId: 5 };
  const answered = `Zürich "東京" 🙂 ${"ж".repeat(3_000)}`;
  for (let n = 0; n < 1_234; n++) log.note(buildCall(waiting));
  log.note(buildCall({ answered }));
  log.noteEvents([{ accountId: 1_000, taskId: 5, event: "leased" }]);
  const [pack] = log.take(10);
  const entries = readEntries(pack?.toJson() ?? Buffer.alloc(0));
  expect(entries).toMatchObject([
    [1_234, waiting],
    [1, { answered }],
    [0, "leased", 5, expect.any(Number)],
  ]);
});

test("what is written does not change when its memory is used anew", () => {
  const log = new RequestLog(new MovableClock(), 7);
  const rows = [1, 2, 3].map((round) => {
    for (let n = 0; n < 40; n++) log.note(buildCall({ answered: `${round}`.repeat(200) }));
    const [pack] = log.take(10);
    const written = Buffer.from(pack?.toJson() ?? "");
    pack?.release();
    return written;
  });
  const answers = rows.map((row) => readEntries(row).map(([, call]) => (call as NotedCall).answered));
  expect(answers).toEqual([1, 2, 3].map((round) => Array(40).fill(`${round}`.repeat(200))));
});

test("switched off, it keeps nothing", () => {
  const log = new RequestLog(new MovableClock(), 0);
  log.note(buildCall());
  expect(log.take(10)).toEqual([]);
});
