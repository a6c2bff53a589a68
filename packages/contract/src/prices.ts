import { z } from "zod";
import { type TaskKind, taskKindSchema } from "./task-kinds";

/** A price that is in force, or will be from its time on. */
export interface KindPriceVersion {
  effectiveFromMs: number;
  priceMicros: number;
  rateMinMicros: number;
  rateMaxMicros: number;
  workerShareBasisPoints: number;
  packageShareBasisPoints: number;
}

/** `prices.list` (staff): what a kind costs and pays, and what comes next. */
export interface KindPriceRow extends Omit<KindPriceVersion, "effectiveFromMs"> {
  kind: TaskKind;
  /** What a task accepted now costs. */
  rateMicros: number;
  coming: KindPriceVersion[];
}

/** `prices.history` (staff): a kind's versions, newest first, and what a change of its price would have met. */
export interface PriceHistory {
  kind: TaskKind;
  /** `changedBy`: an email address; null for the price that the service began with. */
  versions: (KindPriceVersion & { changedAtMs: number; changedBy: string | null })[];
  /** Answers of the last seven days that were paid one by one, and what they brought; packages paid for the others. */
  weekCharged: number;
  weekSpentMicros: number;
}

const micros = z.number().int().min(1).max(100_000_000);
const basisPoints = z.number().int().min(0).max(10_000);

/**
 * `prices.set` (admin). Tasks accepted before keep what they were accepted at. Without `effectiveFromMs` it holds at
 * once; a time that has passed is refused. The bounds hold the price between them.
 */
export const setPriceSchema = z
  .object({
    kind: taskKindSchema,
    priceMicros: micros,
    rateMinMicros: micros,
    rateMaxMicros: micros,
    workerShareBasisPoints: basisPoints,
    packageShareBasisPoints: basisPoints,
    effectiveFromMs: z.number().int().min(0).max(8_000_000_000_000).optional(),
  })
  .refine((price) => price.rateMinMicros <= price.priceMicros && price.priceMicros <= price.rateMaxMicros, {
    message: "The lowest rate, the price and the highest rate must not cross.",
  });

/** `prices.rates`: what each kind costs a customer now, and the most that this customer wants to pay. */
export interface CustomerRateRow {
  kind: TaskKind;
  rateMicros: number;
  tablePriceMicros: number;
  rateMinMicros: number;
  rateMaxMicros: number;
  maximumMicros: number | null;
}

/** `prices.setMaximumRate`: null accepts any rate. */
export const setMaximumRateSchema = z.object({ kind: taskKindSchema, maximumMicros: micros.nullable() });
