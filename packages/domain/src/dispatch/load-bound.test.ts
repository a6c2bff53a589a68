import { expect, test } from "vitest";
import { findSated, hasHadEnough, RecentLoad } from "./load-bound";

const MINUTE_MS = 60_000;
const seat = (workerId: number, tasks: number, atMs = 0, onlyOwn = false) => {
  const load = new RecentLoad();
  for (let i = 0; i < tasks; i++) load.note(atMs);
  return { workerId, onlyOwn, load };
};

test("a worker has had enough just below three times the mean, and never before ten tasks", () => {
  expect(hasHadEnough(28, 10)).toBe(false);
  expect(hasHadEnough(29, 10)).toBe(true);
  expect(hasHadEnough(9, 0.1)).toBe(false);
  expect(hasHadEnough(10, 0.1)).toBe(true);
});

test("tasks count less the longer ago they were", () => {
  const { load } = seat(1, 30);
  expect(load.at(0)).toBe(30);
  expect(load.at(10 * MINUTE_MS)).toBeCloseTo(30 / Math.E, 6);
  expect(load.at(60 * MINUTE_MS)).toBeLessThan(0.1);
});

test("the mean is that of the workers who are connected; sandboxes are none", () => {
  const four = [seat(1, 40), seat(2, 1), seat(3, 1), seat(4, 1)];
  expect([...findSated(four, 0)]).toEqual([1]);
  expect([...findSated([seat(1, 40), seat(2, 20)], 0)]).toEqual([]);
  expect([
    ...findSated([seat(1, 40), seat(2, 20), ...[3, 4, 5].map((id) => seat(id, 0, 0, true))], 0),
  ]).toEqual([]);
  expect([...findSated(four, 30 * MINUTE_MS)]).toEqual([]);
});

test("whoever gets nothing more because they have had enough is served again when the others have caught up", () => {
  const seats = [1, 2, 3, 4, 5].map((id) => seat(id, 0));
  for (let n = 0; n < 500; n++) {
    const nowMs = n * 1_000;
    const sated = findSated(seats, nowMs);
    // All go to the first worker who has not had enough.
    seats.find(({ workerId }) => !sated.has(workerId))?.load.note(nowMs);
  }
  const loads = seats.map(({ load }) => load.at(500_000));
  const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
  expect(Math.max(...loads)).toBeLessThan(3 * mean + 2);
  expect(Math.max(...loads)).toBeGreaterThan(2 * mean);
});
