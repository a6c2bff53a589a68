import fc from "fast-check";
import { expect, it } from "vitest";
import { turnBy, turnDegrees, turnsMax, turnsOfDegrees } from "./turn-steps";

it("steps of the usual angle reach every position within half a turn", () => {
  const turns = Array.from({ length: 9 }, (_, i) => turnDegrees(i - 4));
  expect(turns).toEqual([-160, -120, -80, -40, 0, 40, 80, 120, 160]);
});

it("turning on past half a turn comes from the other side when the steps divide the circle", () => {
  expect(turnDegrees(turnBy(4, 1, 40), 40)).toBe(-160);
  expect(turnDegrees(turnBy(-4, -1, 40), 40)).toBe(160);
});

it("turning stops at half a turn when they do not", () => {
  expect(turnBy(turnsMax(7), 1, 7)).toBe(turnsMax(7));
});

it("degrees of every turn are whole and lead back to it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 180 }), fc.integer({ min: -180, max: 180 }), (step, wish) => {
      const turns = Math.max(-turnsMax(step), Math.min(turnsMax(step), wish));
      const degrees = turnDegrees(turns, step);
      expect(Number.isInteger(degrees)).toBe(true);
      expect(Math.abs(degrees)).toBeLessThanOrEqual(360);
      expect(turnsOfDegrees(degrees, step)).toBe(turns);
    }),
  );
});
