import { answerTextForm } from "@sightline/contract/answer-text-form";
import { UNSOLVED_REASONS } from "@sightline/contract/error-codes";
import { formatWireUsd } from "@sightline/contract/money";
import type { TaskReceipt } from "@sightline/domain/tasks/get-task-receipt";

/** A receipt as both protocols tell it. Times are ISO 8601, UTC; money is decimal USD; answers as in text mode. */
export interface WireReceipt {
  kind: string;
  state: "open" | "answered" | "unsolved";
  /** Why it was not solved, in words; empty otherwise. */
  reason: string;
  cost: string;
  paidFrom: "balance" | "package";
  submittedAt: string;
  endedAt: string | null;
  seconds: number | null;
  answers: string[];
}

export function describeReceipt(receipt: TaskReceipt): WireReceipt {
  const { kind, state, reason, chargedMicros, paidFrom, acceptedAtMs, finishedAtMs, answers } = receipt;
  return {
    kind,
    state,
    reason: reason === null ? "" : UNSOLVED_REASONS[reason].text,
    cost: formatWireUsd(chargedMicros),
    paidFrom,
    submittedAt: new Date(acceptedAtMs).toISOString(),
    endedAt: finishedAtMs === null ? null : new Date(finishedAtMs).toISOString(),
    seconds: finishedAtMs === null ? null : (finishedAtMs - acceptedAtMs) / 1_000,
    answers: answers.map((answer) => answerTextForm(kind, answer)),
  };
}
