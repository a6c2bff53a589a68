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
  };
}

export function isOpen({ state }: ModelTask): boolean {
  return state !== "answered" && state !== "unsolved";
}
