import {
  ANGLES_MAX,
  AREA_POINTS_MAX,
  AREAS_MAX,
  BOXES_MAX,
  type Box,
  boxSchema,
  CELLS_MAX,
  POINTS_MAX,
  type Point,
  pointSchema,
} from "@sightline/contract/answers";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { z } from "zod";

/**
 * An answer that is given on the picture, while it is being made: what has been marked so far, in the order in
 * which it was marked. Places are whole pixels of the picture as it is displayed at its natural size. It lives in
 * the session as text (`writeSketch`), where a half-typed answer would be, so that drafts, reloads and taking back
 * treat both alike.
 */
const sketchSchema = z.discriminatedUnion("shape", [
  z.object({ shape: z.literal("cells"), cells: z.array(z.int().min(1).max(CELLS_MAX)).max(CELLS_MAX) }),
  z.object({ shape: z.literal("points"), points: z.array(pointSchema).max(POINTS_MAX) }),
  z.object({
    shape: z.literal("areas"),
    areas: z.array(z.array(pointSchema).max(AREA_POINTS_MAX)).max(AREAS_MAX),
    /** The corners of the area that is not closed yet. */
    open: z.array(pointSchema).max(AREA_POINTS_MAX),
  }),
  z.object({
    shape: z.literal("boxes"),
    boxes: z.array(boxSchema).max(BOXES_MAX),
    /** The first corner of a box that is being made by keys. */
    corner: pointSchema.nullable(),
  }),
  z.object({
    shape: z.literal("angles"),
    /** How far each picture is turned, in steps of the customer's angle, clockwise positive. */
    turns: z.array(z.int()).min(1).max(ANGLES_MAX),
    /** Which picture is being turned, from 0. */
    at: z
      .int()
      .min(0)
      .max(ANGLES_MAX - 1),
  }),
]);
export type Sketch = z.infer<typeof sketchSchema>;
export type SketchShape = Sketch["shape"];
export type { Box, Point };

/** The shape in which a kind is answered on its picture; null for kinds that are typed. */
export function sketchShape(kind: TaskKind): SketchShape | null {
  const shape = TASK_KINDS[kind].answer;
  return shape === "text" || shape === "token" ? null : shape;
}

/** Nothing marked yet. `pictures` counts those that are to be rotated. */
export function emptySketch(shape: SketchShape, pictures: number): Sketch {
  switch (shape) {
    case "cells":
      return { shape, cells: [] };
    case "points":
      return { shape, points: [] };
    case "areas":
      return { shape, areas: [], open: [] };
    case "boxes":
      return { shape, boxes: [], corner: null };
    case "angles":
      return { shape, turns: Array.from({ length: pictures }, () => 0), at: 0 };
  }
}

/** A sketch as text: the empty text for one without any mark. */
export function writeSketch(sketch: Sketch): string {
  return isBlank(sketch) ? "" : JSON.stringify(sketch);
}

/** Whether a field's text is a sketch in writing rather than something that was typed. */
export function isWrittenSketch(text: string): boolean {
  return text.startsWith('{"shape":');
}

/** What `writeSketch` wrote; the empty sketch for any other text. */
export function readSketch(text: string, shape: SketchShape, pictures: number): Sketch {
  const empty = emptySketch(shape, pictures);
  if (text === "") return empty;
  try {
    const read = sketchSchema.safeParse(JSON.parse(text));
    if (!read.success || read.data.shape !== shape) return empty;
    const misfit = read.data.shape === "angles" && read.data.turns.length !== pictures;
    return misfit ? empty : read.data;
  } catch {
    return empty;
  }
}

function isBlank(sketch: Sketch): boolean {
  switch (sketch.shape) {
    case "cells":
      return sketch.cells.length === 0;
    case "points":
      return sketch.points.length === 0;
    case "areas":
      return sketch.areas.length === 0 && sketch.open.length === 0;
    case "boxes":
      return sketch.boxes.length === 0 && sketch.corner === null;
    case "angles":
      return sketch.at === 0 && sketch.turns.every((turn) => turn === 0);
  }
}
