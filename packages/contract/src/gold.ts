import { z } from "zod";
import type { TaskAnswer } from "./answers";
import { TASK_KINDS, type TaskKind } from "./task-kinds";

/** Kinds of which staff can add gold tasks by hand; others come from customers' tasks. */
export const GOLD_KINDS = [
  "image",
  "text",
  "grid",
  "points",
  "rotate",
  "audio",
] as const satisfies TaskKind[];
export type GoldKind = (typeof GOLD_KINDS)[number];

export const GOLD_ANSWERS_MAX = 20;
/** A file of 600 kB, or a sound of 1 MB, as base64. */
const FILE_BASE64_MAX = 1_400_000;

/** `gold.add`: a file (none for a question) with each answer that is right, written as `readGoldAnswer` reads it. */
export const addGoldSchema = z.object({
  kind: z.enum(GOLD_KINDS),
  fileBase64: z.string().max(FILE_BASE64_MAX).optional(),
  question: z.string().trim().max(140).optional(),
  instructions: z.string().trim().max(140).optional(),
  caseMatters: z.boolean().default(false),
  answers: z
    .array(z.string().trim().min(1).max(1_000))
    .min(1, "Write at least one answer")
    .max(GOLD_ANSWERS_MAX),
});
export type NewGold = z.output<typeof addGoldSchema>;

/** `gold.list`: newest first, key-set by number. */
export const listGoldSchema = z.object({
  state: z.enum(["proposed", "in_use", "retired"]).default("in_use"),
  before: z.number().int().positive().max(2_147_483_647).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export interface GoldRow {
  id: number;
  kind: TaskKind;
  state: "proposed" | "in_use" | "retired";
  pictureUrl: string | null;
  asks: string | null;
  caseMatters: boolean;
  answers: string[];
  source: "staff" | "task";
  addedAtMs: number;
  shown: number;
  right: number;
  wrong: number;
}
export interface GoldPage {
  rows: GoldRow[];
  nextBefore: number | null;
  /** How many are in use, by kind. */
  inUse: { kind: TaskKind; count: number }[];
}

/** `gold.retire` */
export const retireGoldSchema = z.object({ id: z.number().int().positive().max(2_147_483_647) });

const NUMBERS = /^\s*-?\d+(\s*[,;\s]\s*-?\d+)*\s*$/;

/**
 * One right answer as staff write it: text as it is; cells and angles as numbers ("1, 4, 7"); points as pairs ("12,40; 80,33").
 * Null for what is none.
 */
export function readGoldAnswer(kind: GoldKind, written: string): TaskAnswer | null {
  const shape = TASK_KINDS[kind].answer;
  if (shape === "text") return { shape, text: written.trim() };
  if (!NUMBERS.test(written)) return null;
  const numbers = (written.match(/-?\d+/g) ?? []).map(Number);
  if (shape === "cells") return { shape, cells: numbers };
  if (shape === "angles") return { shape, angles: numbers };
  if (numbers.length % 2 === 1) return null;
  const points = numbers.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: numbers[i + 1] ?? 0 }] : []));
  return { shape: "points", points };
}
