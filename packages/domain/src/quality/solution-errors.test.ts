import type { Solution } from "@sightline/contract/answers";
import { expect, test } from "vitest";
import { SOLUTION_ERRORS } from "./solution-errors";
import { weighAnswers } from "./weigh-answers";

const { same } = SOLUTION_ERRORS;
const points = (...places: [number, number][]): Solution => ({
  shape: "points",
  points: places.map(([x, y]) => ({ x, y })),
});
const box = (xMin: number, yMin: number, xMax: number, yMax: number): Solution => ({
  shape: "boxes",
  boxes: [{ xMin, yMin, xMax, yMax }],
});

test("cells agree as sets", () => {
  expect(same({ shape: "cells", cells: [1, 5] }, { shape: "cells", cells: [5, 1] })).toBe(true);
  expect(same({ shape: "cells", cells: [1, 5] }, { shape: "cells", cells: [1] })).toBe(false);
});

test("points agree within a hand's breadth, each with one of its own", () => {
  expect(same(points([10, 10], [90, 90]), points([92, 88], [12, 15]))).toBe(true);
  expect(same(points([10, 10], [12, 12]), points([10, 10], [90, 90]))).toBe(false);
  expect(same(points([10, 10]), points([10, 10], [90, 90]))).toBe(false);
});

test("boxes agree when they mostly cover the same", () => {
  expect(same(box(10, 10, 110, 60), box(14, 8, 112, 58))).toBe(true);
  expect(same(box(10, 10, 110, 60), box(60, 10, 160, 60))).toBe(false);
});

test("drawn areas agree by the boxes round them", () => {
  const area = (shift: number): Solution => ({
    shape: "areas",
    areas: [
      [
        { x: 10 + shift, y: 10 },
        { x: 90 + shift, y: 12 },
        { x: 50 + shift, y: 80 },
      ],
    ],
  });
  expect(same(area(0), area(6))).toBe(true);
  expect(same(area(0), area(70))).toBe(false);
});

test("angles agree round the full turn, each for its own picture", () => {
  expect(same({ shape: "angles", angles: [355, 40] }, { shape: "angles", angles: [2, 41] })).toBe(true);
  expect(same({ shape: "angles", angles: [40, 355] }, { shape: "angles", angles: [2, 41] })).toBe(false);
});

test("nothing on the picture agrees only with nothing on the picture", () => {
  expect(same({ shape: "none" }, { shape: "none" })).toBe(true);
  expect(same({ shape: "none" }, points([1, 1]))).toBe(false);
});

test("two who mark the same are believed", () => {
  const { readings } = weighAnswers(SOLUTION_ERRORS, [
    { reading: points([10, 10]), skill: 0.85 },
    { reading: points([14, 9]), skill: 0.85 },
    { reading: points([200, 90]), skill: 0.85 },
  ]);
  expect(readings[0]?.witnesses).toEqual([0, 1]);
  expect(readings[0]?.probability).toBeGreaterThan(0.9);
});
