import { expect, test } from "vitest";
import { percentileMs, stepMs } from "./figures";

test("the percentile of steps is the step that holds it, and nothing has none", () => {
  expect(percentileMs([], 0.5)).toBeNull();
  const steps = [
    { step: 40, answers: 95 },
    { step: 100, answers: 5 },
  ];
  expect(percentileMs(steps, 0.5)).toBe(stepMs(40));
  expect(percentileMs(steps, 0.95)).toBe(stepMs(40));
  expect(percentileMs(steps, 0.951)).toBe(stepMs(100));
});
