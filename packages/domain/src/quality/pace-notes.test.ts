import { expect, test } from "vitest";
import { medianOfSteps } from "./pace-notes";

test("the median lies between the bounds of the step that holds it", () => {
  expect(medianOfSteps([0, 0, 0, 10, 0, 0, 0, 0])).toBe(3_000);
  expect(medianOfSteps([0, 4, 0, 0, 4, 0, 0, 0])).toBe(1_000);
  expect(medianOfSteps([0, 0, 0, 0, 0, 0, 0, 2])).toBe(48_000);
});

test("without any answer there is no median", () => {
  expect(medianOfSteps([0, 0, 0, 0, 0, 0, 0, 0])).toBeNull();
});
