import type { TaskKind } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import type { Hint } from "../hint-list";
import type { Sketch } from "./sketch";

/** What the marks on a picture must be, as chips: how many, and whether none is an answer. */
export function sketchChips(kind: TaskKind, params: TaskParams, sketch: Sketch): Hint[] {
  const chips = countChip(params, sketch);
  if (params.canNoAnswer) chips.push({ word: "canNoAnswer", values: {}, kept: null });
  if (kind === "rotate") chips.push({ word: "angleStep", values: { step: params.angle ?? 40 }, kept: null });
  if (params.lang) chips.push({ word: "lang", values: { lang: params.lang }, kept: null });
  return chips;
}

/** Limits that any answer keeps, such as "at most nine of nine", are not worth a chip. */
function countChip(
  { minClicks: min = 1, maxClicks, rows = 3, cols = 3 }: TaskParams,
  sketch: Sketch,
): Hint[] {
  if (sketch.shape !== "cells" && sketch.shape !== "points") return [];
  const count = sketch.shape === "cells" ? sketch.cells.length : sketch.points.length;
  const all = sketch.shape === "cells" ? rows * cols : Infinity;
  const max = maxClicks !== undefined && maxClicks < all ? maxClicks : undefined;
  const kept = count === 0 ? null : count >= min && count <= (max ?? Infinity);
  if (max === undefined) return min > 1 ? [{ word: "clicksMin", values: { min }, kept }] : [];
  if (min === max) return [{ word: "clicksExact", values: { min }, kept }];
  return [
    min > 1
      ? { word: "clicksRange", values: { min, max }, kept }
      : { word: "clicksMax", values: { max }, kept },
  ];
}
