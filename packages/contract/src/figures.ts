import { z } from "zod";
import type { Uptime } from "./floor";
import type { PackageOffer } from "./packages";
import { type TaskKind, taskKindSchema } from "./task-kinds";

/**
 * Times from submission to answer are counted in steps, each a twentieth longer than the one before, so that counts
 * of any hours add up and a percentile of them is within 3 %. Step 0 is everything up to `firstMs`.
 */
export const SOLVE_STEPS = { firstMs: 100, ratio: 1.05, last: 180 } as const;

/** The time that stands for a step: its middle. */
export function stepMs(step: number): number {
  return Math.round(SOLVE_STEPS.firstMs * SOLVE_STEPS.ratio ** (step - 0.5));
}

/** How long the fastest `share` of the answers took at most; null without answers. `steps` are in ascending order. */
export function percentileMs(
  steps: readonly { step: number; answers: number }[],
  share: number,
): number | null {
  const wanted = share * steps.reduce((sum, { answers }) => sum + answers, 0);
  let seen = 0;
  for (const { step, answers } of steps) {
    seen += answers;
    if (seen >= wanted) return stepMs(step);
  }
  return null;
}

/** `public.figures`: what a visitor may know. Measured over the last 24 hours, up to some minutes ago. */
export interface PublicFigures {
  kinds: PublicKind[];
  packages: PackageOffer[];
  answered: number;
  unsolved: number;
  uptime: Uptime;
  /** Where deposits come in; null where they are booked by hand. */
  chain: { name: string; tokens: string[]; confirmations: number } | null;
}
export interface PublicKind {
  kind: TaskKind;
  /** What a task accepted now costs. */
  priceMicros: number;
  answered: number;
  unsolved: number;
  solveP50Ms: number | null;
  solveP95Ms: number | null;
}

/** What a chart shows: how many bars, and how many hours each holds. Bars begin at whole parts of the day in UTC. */
export const CHART_SPANS = {
  day: { hoursPerBar: 1, bars: 24 },
  week: { hoursPerBar: 6, bars: 28 },
  month: { hoursPerBar: 24, bars: 30 },
} as const;
export type ChartSpan = keyof typeof CHART_SPANS;

/** `figures.charts`: a kind, or all of them together. */
export const chartsSchema = z.object({
  span: z.enum(Object.keys(CHART_SPANS) as [ChartSpan, ...ChartSpan[]]),
  kind: taskKindSchema.optional(),
});
export interface ChartBar {
  fromMs: number;
  /** By kind; a kind without tasks is left out. */
  kinds: { kind: TaskKind; answered: number; unsolved: number; spentMicros: number }[];
  solveP50Ms: number | null;
  solveP95Ms: number | null;
}

/** Days of a usage table, today among them. */
export const USAGE_SPANS = { month: 30, quarter: 90, year: 365 } as const;
export type UsageSpan = keyof typeof USAGE_SPANS;

/** `figures.usage`: a row for each day (UTC) and kind with tasks that were to be paid, the newest first. */
export const usageSchema = z.object({
  span: z.enum(Object.keys(USAGE_SPANS) as [UsageSpan, ...UsageSpan[]]),
});
export interface UsageRow {
  dayMs: number;
  kind: TaskKind;
  answered: number;
  unsolved: number;
  spentMicros: number;
}
