import type { Box, Point, Solution } from "@sightline/contract/answers";
import { type ErrorModel, FAR_FETCHED } from "./error-model";

/** Two clicks at the same thing lie within this many pixels of each other. */
const POINT_TOLERANCE_PX = 20;
/** Two boxes round the same thing share this part of what they cover together. */
const BOX_OVERLAP_MIN = 0.6;
/** Two drawn areas likewise, by the boxes round them: hands are less exact than corners. */
const AREA_OVERLAP_MIN = 0.5;
const ANGLE_TOLERANCE_DEGREES = 10;
/** A wrong choice of cells is most often one cell too many or too few. */
const ONE_CELL_OFF = 0.5;
const TWO_CELLS_OFF = 0.2;
/** The chance that somebody who errs on places or angles lands where another answer already is. */
const SAME_WRONG_PLACE = 0.05;

/**
 * How answers that are not typed are compared: the same cells; the same number of points, boxes, areas or angles,
 * each within its tolerance of one of the other answer. Points and areas may come in any order, angles belong to
 * their pictures.
 */
export const SOLUTION_ERRORS: ErrorModel<Solution> = {
  same: sameSolution,
  key: (solution) => JSON.stringify(solution),
  wrongAs: (read, truth) => {
    if (read.shape === "cells" && truth.shape === "cells") return cellsWrongAs(read.cells, truth.cells);
    return read.shape === "token" ? FAR_FETCHED : SAME_WRONG_PLACE;
  },
  mayStandFor: () => [],
};

function sameSolution(a: Solution, b: Solution): boolean {
  if (a.shape === "cells" && b.shape === "cells") return cellsOff(a.cells, b.cells) === 0;
  if (a.shape === "points" && b.shape === "points") return eachHasItsOwn(a.points, b.points, nearPoint);
  if (a.shape === "boxes" && b.shape === "boxes") {
    return eachHasItsOwn(a.boxes, b.boxes, (one, other) => overlap(one, other) >= BOX_OVERLAP_MIN);
  }
  if (a.shape === "areas" && b.shape === "areas") {
    return eachHasItsOwn(a.areas.map(boxRound), b.areas.map(boxRound), (one, other) => {
      return overlap(one, other) >= AREA_OVERLAP_MIN;
    });
  }
  if (a.shape === "angles" && b.shape === "angles") {
    return a.angles.length === b.angles.length && a.angles.every((angle, i) => nearAngle(angle, b.angles[i]));
  }
  if (a.shape === "token" && b.shape === "token") return a.token === b.token;
  return a.shape === "none" && b.shape === "none";
}

function cellsWrongAs(read: readonly number[], truth: readonly number[]): number {
  const off = cellsOff(read, truth);
  if (off === 1) return ONE_CELL_OFF / 9;
  return off === 2 ? TWO_CELLS_OFF / 36 : FAR_FETCHED;
}

function cellsOff(a: readonly number[], b: readonly number[]): number {
  const inA = new Set(a);
  const inB = new Set(b);
  return a.filter((cell) => !inB.has(cell)).length + b.filter((cell) => !inA.has(cell)).length;
}

/** Whether each of one list can be paired with another one of the other list: the nearest fit first is enough here. */
function eachHasItsOwn<T>(a: readonly T[], b: readonly T[], fits: (one: T, other: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  const left = [...b];
  return a.every((one) => {
    const at = left.findIndex((other) => fits(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function nearPoint(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= POINT_TOLERANCE_PX;
}

function nearAngle(a: number, b: number | undefined): boolean {
  if (b === undefined) return false;
  const apart = Math.abs(a - b) % 360;
  return Math.min(apart, 360 - apart) <= ANGLE_TOLERANCE_DEGREES;
}

function boxRound(area: readonly Point[]): Box {
  const xs = area.map(({ x }) => x);
  const ys = area.map(({ y }) => y);
  return { xMin: Math.min(...xs), xMax: Math.max(...xs), yMin: Math.min(...ys), yMax: Math.max(...ys) };
}

/** Intersection over union. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin);
  const height = Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (areaOf(a) + areaOf(b) - shared);
}

function areaOf({ xMin, xMax, yMin, yMax }: Box): number {
  return (xMax - xMin) * (yMax - yMin);
}
