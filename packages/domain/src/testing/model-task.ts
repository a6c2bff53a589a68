import type { RecognitionRule } from "@sightline/contract/recognition";

/** A task as the ledger's model knows it. */
export interface ModelTask {
  id: number;
  customer: number;
  priceMicros: number;
  shareMicros: number;
  holdMicros: number;
  inPackage: boolean;
  reported: boolean;
  state: "queued" | "assigned" | "given" | "answered" | "unsolved";
  worker: number;
  leaseNo: number;
  /** Given, and not final yet. */
  answer: string;
  votes: number;
  /** Takes up to three answers, two of which must agree. */
  several: boolean;
  answers: { worker: number; answer: string }[];
  /** Pay that is not confirmed. */
  pay: { worker: number; micros: number }[];
  /** A report waits for a decision, and so does the pay. */
  reportWaits: boolean;
  /** What a report and a decision of staff have given back. */
  givenBackMicros: number;
  refunded: boolean;
}

export const TWO_OF_THREE: RecognitionRule = { mode: "matches", answersMin: 2, answersMax: 3, matchesMin: 2 };
/** A token's bad report is refunded at once. */
export const TOKEN_KIND = 9;

type NewTask = Pick<
  ModelTask,
  "id" | "customer" | "priceMicros" | "shareMicros" | "holdMicros" | "inPackage" | "several"
>;

export function newModelTask(task: NewTask): ModelTask {
  return {
    ...task,
    state: "queued",
    reported: false,
    worker: 0,
    leaseNo: 0,
    answer: "",
    answers: [],
    votes: 0,
    pay: [],
    reportWaits: false,
    givenBackMicros: 0,
    refunded: false,
  };
}

export function isOpen({ state }: ModelTask): boolean {
  return state !== "answered" && state !== "unsolved";
}

/** What the customer was charged, before anything came back. */
export function chargedFor({ state, priceMicros, answers }: ModelTask): number {
  return state === "answered" ? priceMicros * answers.length : 0;
}

/** One of those that fit, or of all where none does or `any` is asked for. */
export function choose<T>(
  all: readonly T[],
  { index, any, fits }: { index: number; any: boolean; fits: (item: T) => boolean },
): T | undefined {
  const fitting = any ? [] : all.filter(fits);
  const list = fitting.length > 0 ? fitting : all;
  return list[index % Math.max(list.length, 1)];
}

export function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}
