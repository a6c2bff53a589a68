import { AREA_POINTS_MAX, AREAS_MAX, BOXES_MAX, POINTS_MAX } from "@sightline/contract/answers";
import type { Box, Point, Sketch } from "./sketch";

/** One thing the person does on the picture. */
export type Mark =
  | { mark: "cell"; cell: number }
  | { mark: "place"; point: Point }
  | { mark: "close" }
  | { mark: "box"; box: Box }
  | { mark: "turn"; turns: number }
  | { mark: "picture"; at: number };

/** How much a sketch may hold: the customer's most clicks, where there is one. */
export interface SketchLimits {
  clicksMax: number | undefined;
}

/**
 * The sketch with one more mark. A mark that does not belong to its shape, or that it has no room for, leaves it as
 * it was: the very same object, so that the caller can tell.
 */
export function applyMark(sketch: Sketch, mark: Mark, limits: SketchLimits): Sketch {
  switch (sketch.shape) {
    case "cells":
      return mark.mark === "cell" ? toggleCell(sketch, mark.cell, limits) : sketch;
    case "points":
      return mark.mark === "place" ? addPoint(sketch, mark.point, limits) : sketch;
    case "areas":
      return markArea(sketch, mark);
    case "boxes":
      return markBox(sketch, mark);
    case "angles":
      return markAngle(sketch, mark);
  }
}

type Of<Shape extends Sketch["shape"]> = Extract<Sketch, { shape: Shape }>;

function toggleCell(sketch: Of<"cells">, cell: number, { clicksMax }: SketchLimits): Sketch {
  const { cells } = sketch;
  if (cells.includes(cell)) return { ...sketch, cells: cells.filter((other) => other !== cell) };
  return cells.length >= (clicksMax ?? Infinity) ? sketch : { ...sketch, cells: [...cells, cell] };
}

function addPoint(sketch: Of<"points">, point: Point, { clicksMax }: SketchLimits): Sketch {
  const full = sketch.points.length >= Math.min(POINTS_MAX, clicksMax ?? POINTS_MAX);
  return full ? sketch : { ...sketch, points: [...sketch.points, point] };
}

/** An area needs three corners to be closed. A corner on the one before it adds nothing. */
function markArea(sketch: Of<"areas">, mark: Mark): Sketch {
  const { areas, open } = sketch;
  if (mark.mark === "close") {
    return open.length < 3 ? sketch : { ...sketch, areas: [...areas, open], open: [] };
  }
  if (mark.mark !== "place" || areas.length >= AREAS_MAX || open.length >= AREA_POINTS_MAX) return sketch;
  const last = open.at(-1);
  if (last?.x === mark.point.x && last.y === mark.point.y) return sketch;
  return { ...sketch, open: [...open, mark.point] };
}

/** A box is drawn whole, or by its two corners one after the other. */
function markBox(sketch: Of<"boxes">, mark: Mark): Sketch {
  const { boxes, corner } = sketch;
  if (boxes.length >= BOXES_MAX) return sketch;
  if (mark.mark === "box") return { ...sketch, boxes: [...boxes, mark.box], corner: null };
  if (mark.mark !== "place") return sketch;
  if (corner === null) return { ...sketch, corner: mark.point };
  const box = boxOfCorners(corner, mark.point);
  return box === null ? sketch : { ...sketch, boxes: [...boxes, box], corner: null };
}

function markAngle(sketch: Of<"angles">, mark: Mark): Sketch {
  if (mark.mark === "picture") {
    return mark.at in sketch.turns && mark.at !== sketch.at ? { ...sketch, at: mark.at } : sketch;
  }
  if (mark.mark !== "turn" || mark.turns === sketch.turns[sketch.at]) return sketch;
  return { ...sketch, turns: sketch.turns.with(sketch.at, mark.turns) };
}

/** The box between two opposite corners; null when it would be flat. */
export function boxOfCorners(a: Point, b: Point): Box | null {
  if (a.x === b.x || a.y === b.y) return null;
  return {
    xMin: Math.min(a.x, b.x),
    xMax: Math.max(a.x, b.x),
    yMin: Math.min(a.y, b.y),
    yMax: Math.max(a.y, b.y),
  };
}

/** The sketch without its last mark. A turned picture goes back upright, then the one before it comes back. */
export function undoMark(sketch: Sketch): Sketch {
  switch (sketch.shape) {
    case "cells":
      return sketch.cells.length === 0 ? sketch : { ...sketch, cells: sketch.cells.slice(0, -1) };
    case "points":
      return sketch.points.length === 0 ? sketch : { ...sketch, points: sketch.points.slice(0, -1) };
    case "areas":
      if (sketch.open.length > 0) return { ...sketch, open: sketch.open.slice(0, -1) };
      return { ...sketch, areas: sketch.areas.slice(0, -1), open: sketch.areas.at(-1) ?? [] };
    case "boxes":
      if (sketch.corner !== null) return { ...sketch, corner: null };
      return { ...sketch, boxes: sketch.boxes.slice(0, -1) };
    case "angles":
      if (sketch.turns[sketch.at] !== 0) return { ...sketch, turns: sketch.turns.with(sketch.at, 0) };
      return { ...sketch, at: Math.max(0, sketch.at - 1) };
  }
}
