import { z } from "zod";

/**
 * What a worker answers, by the shape of the task's kind (task-kinds.ts). Coordinates are whole pixels of the
 * original picture, origin top left; cells count from 1, left to right, top to bottom; angles are whole degrees,
 * clockwise positive. `none` says that nothing on the picture matches, where the customer allows that answer.
 */
export const pointSchema = z.object({
  x: z.number().int().min(0).max(999),
  y: z.number().int().min(0).max(999),
});
export type Point = z.infer<typeof pointSchema>;

export const boxSchema = z
  .object({
    xMin: z.number().int().min(0).max(1000),
    xMax: z.number().int().min(0).max(1000),
    yMin: z.number().int().min(0).max(1000),
    yMax: z.number().int().min(0).max(1000),
  })
  .refine(({ xMin, xMax, yMin, yMax }) => xMin < xMax && yMin < yMax);
export type Box = z.infer<typeof boxSchema>;

export const CELLS_MAX = 100;
export const POINTS_MAX = 100;
export const AREAS_MAX = 20;
export const AREA_POINTS_MAX = 200;
export const BOXES_MAX = 50;
export const ANGLES_MAX = 9;
export const TOKEN_MAX_LENGTH = 10_000;

/** Every answer but typed text, which travels as it was typed. */
export const solutionSchema = z.discriminatedUnion("shape", [
  z.object({
    shape: z.literal("cells"),
    cells: z.array(z.number().int().min(1).max(CELLS_MAX)).min(1).max(CELLS_MAX),
  }),
  z.object({ shape: z.literal("points"), points: z.array(pointSchema).min(1).max(POINTS_MAX) }),
  z.object({
    shape: z.literal("areas"),
    areas: z.array(z.array(pointSchema).min(3).max(AREA_POINTS_MAX)).min(1).max(AREAS_MAX),
  }),
  z.object({ shape: z.literal("boxes"), boxes: z.array(boxSchema).min(1).max(BOXES_MAX) }),
  z.object({
    shape: z.literal("angles"),
    angles: z.array(z.number().int().min(-360).max(360)).min(1).max(ANGLES_MAX),
  }),
  z.object({
    shape: z.literal("token"),
    token: z.string().min(1).max(TOKEN_MAX_LENGTH),
    userAgent: z.string().max(500),
    respKey: z.string().max(4_000).optional(),
  }),
  z.object({ shape: z.literal("none") }),
]);
export type Solution = z.infer<typeof solutionSchema>;
export type TaskAnswer = { shape: "text"; text: string } | Solution;

/** How an answer is stored: typed text as it is, everything else as its JSON; cells ascending (protocol.md rule 16). */
export function storeAnswer(answer: TaskAnswer): string {
  if (answer.shape === "text") return answer.text;
  const cells = answer.shape === "cells" ? { cells: [...answer.cells].sort((a, b) => a - b) } : {};
  return JSON.stringify({ ...answer, ...cells });
}

/** What was stored for a task whose kind answers in this shape. Throws on what `storeAnswer` did not write. */
export function readStoredAnswer(shape: TaskAnswer["shape"], stored: string): TaskAnswer {
  return shape === "text" ? { shape, text: stored } : solutionSchema.parse(JSON.parse(stored));
}
