import { expect, test } from "vitest";
import { keepsGoal } from "./figures";

test("a ratio that must not fall keeps its goal at the bound itself", () => {
  expect(keepsGoal("life.ratio_best_peer", 1)).toBe(true);
  expect(keepsGoal("life.ratio_best_peer", 0.99)).toBe(false);
});

test("a time that must not grow misses its goal above the bound", () => {
  expect(keepsGoal("dispatch.p99_ms", 50)).toBe(true);
  expect(keepsGoal("dispatch.p99_ms", 50.1)).toBe(false);
});

test("a figure without a goal neither keeps nor misses one", () => {
  expect(keepsGoal("life.per_s", 1)).toBeUndefined();
});
