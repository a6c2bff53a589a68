import fc from "fast-check";
import { expect, test } from "vitest";
import { SlidingCount } from "./sliding-count";

const WINDOW_MS = 6_000;
const PART_MS = 100;

test("an event counts for the whole window and for at most one part longer", () => {
  const count = new SlidingCount(WINDOW_MS, 0);
  count.add(250);
  expect(count.total(250 + WINDOW_MS)).toBe(1);
  expect(count.total(250 + WINDOW_MS + PART_MS)).toBe(0);
});

test("a clock that was set back counts as standing still", () => {
  const count = new SlidingCount(WINDOW_MS, 10_000);
  count.add(10_000);
  count.add(9_000);
  expect(count.total(9_500)).toBe(2);
});

test("the count lies between the true number in the window and the one in a window that is a part longer", () => {
  const steps = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (pausesMs) => {
      const count = new SlidingCount(WINDOW_MS, 0);
      const events: number[] = [];
      let nowMs = 0;
      for (const pauseMs of pausesMs) {
        nowMs += pauseMs;
        count.add(nowMs);
        events.push(nowMs);
        const within = (ms: number) => events.filter((eventMs) => eventMs > nowMs - ms).length;
        expect(count.total(nowMs)).toBeGreaterThanOrEqual(within(WINDOW_MS));
        expect(count.total(nowMs)).toBeLessThanOrEqual(within(WINDOW_MS + PART_MS));
      }
    }),
    { seed: 7 },
  );
});
