import type { Point, Solution } from "@sightline/contract/answers";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import { type Random, wholeBetween } from "./random";

export interface GuessedTask {
  kind: TaskKind;
  params: TaskParams;
  widthPx: number;
  heightPx: number;
  pictures: number;
}

const USUAL_CLICKS = 3;
const USUAL_ANGLE = 40;
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const TOKEN_GLYPHS = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * An answer on a picture that nobody here looked at, within all that the customer demands. A challenge gets a
 * stand-in's token, which says what it is. Null for demands that no answer keeps, and for kinds that are typed.
 */
export function guessSolution(task: GuessedTask, random: Random): Solution | null {
  switch (TASK_KINDS[task.kind].answer) {
    case "text":
      return null;
    case "cells":
      return guessCells(task, random);
    case "points":
      return guessPoints(task, random);
    case "areas":
      return hasRoom(task) ? { shape: "areas", areas: [triangle(task, random)] } : null;
    case "boxes":
      return guessBox(task, random);
    case "angles":
      return guessAngles(task, random);
    case "token":
      return { shape: "token", token: standInToken(random), userAgent: USER_AGENT };
  }
}

function guessCells({ params }: GuessedTask, random: Random): Solution | null {
  const cells = Array.from({ length: (params.rows ?? 3) * (params.cols ?? 3) }, (_, i) => i + 1);
  const count = clicksWithin(params, cells.length, random);
  if (count === null) return params.canNoAnswer ? { shape: "none" } : null;
  return { shape: "cells", cells: drawn(cells, count, random).sort((a, b) => a - b) };
}

function guessPoints(task: GuessedTask, random: Random): Solution | null {
  const count = clicksWithin(task.params, 100, random);
  if (count === null) return null;
  return { shape: "points", points: Array.from({ length: count }, () => placeIn(task, random)) };
}

function clicksWithin({ minClicks = 1, maxClicks }: TaskParams, room: number, random: Random): number | null {
  const most = Math.min(maxClicks ?? room, room);
  if (minClicks > most) return null;
  return wholeBetween(minClicks, Math.min(most, Math.max(minClicks, USUAL_CLICKS)), random);
}

function guessBox(task: GuessedTask, random: Random): Solution | null {
  if (!hasRoom(task)) return null;
  const [xMin, xMax] = span(task.widthPx, random);
  const [yMin, yMax] = span(task.heightPx, random);
  return { shape: "boxes", boxes: [{ xMin, xMax, yMin, yMax }] };
}

/** Two different places along a side, in order. */
function span(lengthPx: number, random: Random): [number, number] {
  const from = wholeBetween(0, lengthPx - 2, random);
  return [from, wholeBetween(from + 1, lengthPx - 1, random)];
}

function triangle(task: GuessedTask, random: Random): Point[] {
  return Array.from({ length: 3 }, () => placeIn(task, random));
}

function guessAngles({ params: { angle = USUAL_ANGLE }, pictures }: GuessedTask, random: Random): Solution {
  const turnsMax = Math.max(1, Math.floor(180 / angle));
  const turn = () => Math.round(wholeBetween(-turnsMax, turnsMax, random) * angle) || 0;
  return { shape: "angles", angles: Array.from({ length: pictures }, turn) };
}

function hasRoom({ widthPx, heightPx }: GuessedTask): boolean {
  return widthPx >= 2 && heightPx >= 2;
}

function placeIn({ widthPx, heightPx }: GuessedTask, random: Random): Point {
  return { x: wholeBetween(0, widthPx - 1, random), y: wholeBetween(0, heightPx - 1, random) };
}

function standInToken(random: Random): string {
  const glyph = () => TOKEN_GLYPHS[wholeBetween(0, TOKEN_GLYPHS.length - 1, random)];
  return `stand-in-token-${Array.from({ length: 24 }, glyph).join("")}`;
}

/** So many of these, each at most once. */
function drawn<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const rest = [...items];
  return Array.from({ length: count }, () => rest.splice(wholeBetween(0, rest.length - 1, random), 1)).flat();
}
