import type { TFunction } from "i18next";
import { turnDegrees } from "../rotate/turn-steps";
import type { Sketch } from "./sketch";

/** How far the sketch is, in a few words. */
export function sketchStatus(sketch: Sketch, angleStep: number | undefined, t: TFunction<"work">): string {
  switch (sketch.shape) {
    case "cells":
      return t("marks.chosen", { count: sketch.cells.length });
    case "points":
      return t("marks.points", { count: sketch.points.length });
    case "areas": {
      const areas = t("marks.areas", { count: sketch.areas.length });
      return sketch.open.length === 0 ? areas : t("marks.open", { areas, count: sketch.open.length });
    }
    case "boxes": {
      const boxes = t("marks.boxes", { count: sketch.boxes.length });
      return sketch.corner === null ? boxes : t("marks.corner", { boxes });
    }
    case "angles": {
      const degrees = turnDegrees(sketch.turns[sketch.at] ?? 0, angleStep);
      const count = sketch.turns.length;
      return t(count === 1 ? "marks.angle" : "marks.angleOf", { degrees, at: sketch.at + 1, count });
    }
  }
}
