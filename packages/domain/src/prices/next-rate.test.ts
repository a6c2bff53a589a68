import { expect, test } from "vitest";
import { nextRate } from "./next-rate";

const BOUNDS = { tablePriceMicros: 200, rateMinMicros: 100, rateMaxMicros: 400 };

/** Where the rate settles under a load that stays. */
function settled(queued: number, idleWorkers: number): number {
  let rateMicros = 200;
  for (let i = 0; i < 200; i++) rateMicros = nextRate({ ...BOUNDS, rateMicros, queued, idleWorkers });
  return rateMicros;
}

test.each([
  ["nothing waits and nobody is there", 0, 0, 200],
  ["as many wait as are idle", 10, 10, 200],
  ["tasks wait and nobody is idle", 50, 0, 400],
  ["workers are idle and nothing waits", 0, 50, 100],
  ["three wait for each idle worker", 30, 10, 300],
])("when %s", (_, queued, idleWorkers, expected) => {
  expect(settled(queued, idleWorkers)).toBe(expected);
});

test("a burst moves it a tenth of the way", () => {
  expect(nextRate({ ...BOUNDS, rateMicros: 200, queued: 99, idleWorkers: 0 })).toBe(220);
});

test("bounds that have become narrower hold at once, and equal bounds are the price", () => {
  const narrow = { tablePriceMicros: 200, rateMinMicros: 200, rateMaxMicros: 200 };
  expect(nextRate({ ...narrow, rateMicros: 390, queued: 99, idleWorkers: 0 })).toBe(200);
});
