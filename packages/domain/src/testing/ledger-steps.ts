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

/** One step of a generated history. Numbers choose among what there is at that moment. */
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
  | { do: "report"; task: number }
  | { do: "deposit"; customer: number; amountMicros: number }
  | { do: "assign"; task: number; worker: number }
  | { do: (typeof HOLDER_EVENTS)[number]; task: number; again: boolean }
  | { do: "expire" | "cancel"; task: number; again: boolean };
