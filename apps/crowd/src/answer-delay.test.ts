import fc from "fast-check";
import { expect, test } from "vitest";
import { answerDelayMs } from "./answer-delay";
import { seededRandom } from "./testing/seeded-random";

test("no answer comes in less than a second or takes longer than a lease", () => {
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(unit, unit, (a, b) => {
      const draws = [a, b];
      const ms = answerDelayMs(() => draws.shift() ?? 0);
      expect(ms).toBeGreaterThan(1_000);
      expect(ms).toBeLessThan(20_000);
    }),
  );
});

test("most answers take between two and six seconds", () => {
  const random = seededRandom(7);
  const delays = Array.from({ length: 4_000 }, () => answerDelayMs(random));
  const usual = delays.filter((ms) => ms >= 2_000 && ms <= 6_000).length / delays.length;
  expect(usual).toBeGreaterThan(0.85);
});

test("a crowd of twice the speed waits half as long", () => {
  expect(answerDelayMs(() => 0.4, 2)).toBe(answerDelayMs(() => 0.4) / 2);
});
