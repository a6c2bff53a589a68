import type { TaskEventName } from "../tasks/states";

export const HOLDER_EVENTS = [
  "answer",
  "answer_finally",
  "confirm",
  "take_back",
  "pass",
  "unreadable",
  "report_content",
  "give_back",
] as const satisfies readonly TaskEventName[];

/**
 * One step of a generated history. Numbers choose among what there is at that moment: among what the step fits, or,
 * with `any`, among everything.
 */
export type Step =
  | {
      do: "submit";
      customer: number;
      priceMicros: number;
      sharePercent: number;
      several: boolean;
      /** Set aside beyond what the answers may cost. */
      extraMicros: number;
      /** The database's answer is lost on the way: the process does not know what became of it. */
      lost: boolean;
    }
  | { do: "buy" | "package_over" | "overflow"; customer: number }
  | { do: "report"; task: number; any: boolean }
  | { do: "deposit"; customer: number; amountMicros: number }
  | ChainStep
  | PayStep
  | { do: "assign"; task: number; any: boolean; worker: number }
  | { do: (typeof HOLDER_EVENTS)[number]; task: number; any: boolean; again: boolean }
  | { do: "expire" | "cancel"; task: number; any: boolean; again: boolean };

/** What the chain does, and what staff do about deposits. */
export type ChainStep =
  | { do: "chain_deposit"; customer: number; amountMicros: number }
  | { do: "watch"; crash: boolean; blocks: number }
  | { do: "reorganise"; blocks: number }
  | { do: "resend"; index: number }
  | { do: "reverse" | "book_small"; index: number; any: boolean }
  | { do: "hand_deposit"; customer: number; amountMicros: number; approve: boolean };

/** What becomes of pay and of money that staff give back. */
export type PayStep =
  | { do: "refund"; task: number; any: boolean; takesPayBack: boolean; part: boolean }
  | { do: "confirm_pay" }
  | { do: "batch"; approve: boolean }
  | { do: "pay"; index: number; any: boolean; some: number; wrong: boolean; lost: boolean }
  | { do: "confirm_payouts"; crash: boolean; blocks: number }
  | { do: "return"; index: number; any: boolean }
  | { do: "drop"; index: number };
