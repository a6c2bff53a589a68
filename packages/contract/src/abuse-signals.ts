import { z } from "zod";

/** What was measured of a worker in seven days and may be abuse; a person decides what it means. */
export type AbuseSignal =
  | { signal: "too_fast"; fast: number; answered: number }
  /** Answers of one kind that took nearly equally long: how far their times lie apart, in % of their mean. */
  | { signal: "even_pace"; spreadPercent: number; answered: number }
  /** Hours of one day (UTC) in which something was answered. */
  | { signal: "no_rest"; hours: number }
  | { signal: "passes"; passed: number; answered: number }
  | { signal: "unreadable"; unreadable: number; answered: number }
  | { signal: "same_machine"; accounts: number }
  | { signal: "one_customer"; customerEmail: string; good: number; refunded: number; ofGood: number };

const SIGNALS = [
  "too_fast",
  "even_pace",
  "no_rest",
  "passes",
  "unreadable",
  "same_machine",
  "one_customer",
] as const satisfies AbuseSignal["signal"][];

/** Which signals a suspension names as its evidence; the server takes their figures as it suspends. */
export const evidenceSchema = z.array(z.enum(SIGNALS)).max(SIGNALS.length).default([]);

type WithoutEmail<Signal> = Signal extends unknown ? Omit<Signal, "customerEmail"> : never;
/** Evidence as the worker reads it: the figures, and nothing of who a customer is. */
export type ShownEvidence = WithoutEmail<AbuseSignal>;
