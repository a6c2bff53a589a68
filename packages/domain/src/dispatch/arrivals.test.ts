import { expect, test } from "vitest";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { Arrivals, expectedWaits } from "./arrivals";
import { Seat } from "./seat";

const MINUTE_MS = 60_000;
const CUSTOMER = 1_000;
const START_MS = 1_700_000_040_000;

function idleSeat(workerId: number, idleSinceMs: number, onlyOwn = false): Seat {
  const seat = new Seat(workerId, "tab", `seat-${workerId}`, idleSinceMs, ["image", "audio"], onlyOwn);
  seat.ready = true;
  return seat;
}

/** One task of kind 1 every ten seconds, for five minutes. */
function steadyArrivals(): Arrivals {
  const arrivals = new Arrivals();
  for (let ms = 0; ms < 5 * MINUTE_MS; ms += 10_000)
    arrivals.note({ accountId: CUSTOMER, kindNumber: 1 }, idleSeat(7, START_MS), START_MS + ms);
  return arrivals;
}

test("who has waited longest is told the shortest wait, each after them one arrival more", () => {
  const nowMs = START_MS + 5 * MINUTE_MS;
  const [first, second, fourth] = [idleSeat(1, nowMs - 9), idleSeat(2, nowMs - 8), idleSeat(3, nowMs - 1)];
  const third = idleSeat(4, nowMs - 5);
  const waits = expectedWaits([fourth, second, first, third], steadyArrivals(), nowMs);
  expect([first, second, third, fourth].map((seat) => waits.get(seat))).toEqual([
    10_000, 20_000, 30_000, 45_000,
  ]);
});

test("nobody is told a time while fewer than five tasks have come, or none of a kind that they may solve", () => {
  const arrivals = new Arrivals();
  const seat = idleSeat(1, START_MS);
  for (let i = 0; i < 4; i++)
    arrivals.note({ accountId: CUSTOMER, kindNumber: 1 }, idleSeat(7, START_MS), START_MS + i);
  expect(expectedWaits([seat], arrivals, START_MS + 1_000).get(seat)).toBeNull();
  const foreign = new Arrivals();
  for (let i = 0; i < 40; i++)
    foreign.note({ accountId: CUSTOMER, kindNumber: 11 }, idleSeat(7, START_MS), START_MS + i);
  expect(expectedWaits([seat], foreign, START_MS + 1_000).get(seat)).toBeNull();
});

test("what came more than ten minutes ago says nothing any more", () => {
  const seat = idleSeat(1, START_MS);
  const arrivals = steadyArrivals();
  expect(expectedWaits([seat], arrivals, START_MS + 12 * MINUTE_MS).get(seat)).not.toBeNull();
  expect(expectedWaits([seat], arrivals, START_MS + 16 * MINUTE_MS).get(seat)).toBeNull();
});

test("a very long wait is told as an hour, and a customer at their own screen is told none", () => {
  const nowMs = START_MS + 5 * MINUTE_MS;
  const crowd = Array.from({ length: 500 }, (_, i) => idleSeat(i + 1, nowMs - 1_000 + i));
  const own = idleSeat(900, nowMs, true);
  const waits = expectedWaits([...crowd, own], steadyArrivals(), nowMs);
  expect(waits.get(crowd[499] as Seat)).toBe(3_600_000);
  expect(waits.has(own)).toBe(false);
});

test("gold, and what comes to a customer's own screen, is no sign of what comes to others", () => {
  const arrivals = new Arrivals();
  const seat = idleSeat(1, START_MS);
  for (let i = 0; i < 9; i++) {
    arrivals.note({ accountId: PLATFORM_ACCOUNTS.gold, kindNumber: 1 }, seat, START_MS + i);
    arrivals.note({ accountId: CUSTOMER, kindNumber: 1 }, idleSeat(900, START_MS, true), START_MS + i);
  }
  expect(expectedWaits([seat], arrivals, START_MS + 1_000).get(seat)).toBeNull();
});
