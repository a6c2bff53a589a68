import type { Solution } from "@sightline/contract/answers";
import { turnDegrees, turnsOfDegrees } from "../rotate/turn-steps";
import { emptySketch, type Sketch, type SketchShape } from "./sketch";

/** What the sketch answers, or null while there is nothing to send. `angleStep` in degrees. */
export function sketchSolution(sketch: Sketch, angleStep: number | undefined): Solution | null {
  switch (sketch.shape) {
    case "cells":
      return sketch.cells.length === 0 ? null : sketch;
    case "points":
      return sketch.points.length === 0 ? null : sketch;
    case "areas":
      return sketch.areas.length === 0 ? null : { shape: "areas", areas: sketch.areas };
    case "boxes":
      return sketch.boxes.length === 0 ? null : { shape: "boxes", boxes: sketch.boxes };
    case "angles":
      return { shape: "angles", angles: sketch.turns.map((turns) => turnDegrees(turns, angleStep)) };
  }
}

/** The sketch that led to a solution, for an answer that comes back to the screen. */
export function sketchOfSolution(
  solution: Solution,
  shape: SketchShape,
  pictures: number,
  angleStep: number | undefined,
): Sketch {
  switch (solution.shape) {
    case "cells":
    case "points":
      return solution;
    case "areas":
      return { ...solution, open: [] };
    case "boxes":
      return { ...solution, corner: null };
    case "angles": {
      const turns = solution.angles.map((degrees) => turnsOfDegrees(degrees, angleStep));
      return { shape: "angles", turns, at: Math.max(0, turns.length - 1) };
    }
    case "none":
    case "token":
      return emptySketch(shape, pictures);
  }
}
