import { expect, test } from "vitest";
import { firstIdAt, ID_EPOCH_MS, IdSource, idTimeMs } from "./task-id";

const NOW_MS = Date.UTC(2026, 10, 23);

function source(node: number | null = 3): { ids: IdSource; clock: { nowMs: number } } {
  const clock = { nowMs: NOW_MS };
  const ids = new IdSource(() => clock.nowMs);
  ids.node = node;
  return { ids, clock };
}

function isGrowing(ids: readonly number[]): boolean {
  return ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? 0));
}

test("an id tells when it was made and by which node", () => {
  const id = source(3).ids.next();
  expect(idTimeMs(id)).toBe(NOW_MS);
  expect(Math.floor((id - firstIdAt(NOW_MS)) / 256)).toBe(3);
});

test("ids grow within a millisecond, and beyond 256 of them", () => {
  const { ids } = source();
  const made = Array.from({ length: 1_000 }, () => ids.next());
  expect(isGrowing(made)).toBe(true);
  expect(new Set(made.map((id) => Math.floor((id % 4_096) / 256)))).toEqual(new Set([3]));
});

test("ids grow when the clock is set back", () => {
  const { ids, clock } = source();
  const before = ids.next();
  clock.nowMs -= 60_000;
  expect(ids.next()).toBeGreaterThan(before);
});

test("ids grow when a lower node number is taken within the same millisecond", () => {
  const { ids } = source(9);
  const before = ids.next();
  ids.node = 2;
  expect(ids.next()).toBeGreaterThan(before);
});

test("two nodes never make the same id", () => {
  const one = source(0).ids;
  const other = source(15).ids;
  const made = Array.from({ length: 600 }, () => [one.next(), other.next()]).flat();
  expect(new Set(made).size).toBe(1_200);
});

test("without a node number there is no id", () => {
  const { ids } = source(null);
  expect(ids.tryNext()).toBeNull();
  expect(() => ids.next()).toThrow("holds no node number");
});

test("ids are above two thousand million and stay exact for decades", () => {
  expect(source().ids.next()).toBeGreaterThan(2_000_000_000);
  expect(firstIdAt(Date.UTC(2095, 0, 1))).toBeLessThan(Number.MAX_SAFE_INTEGER);
  expect(firstIdAt(ID_EPOCH_MS)).toBe(0);
});
