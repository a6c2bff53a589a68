import { type UnsolvedReason, unsolvedReasonOf } from "@sightline/contract/error-codes";
import { type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import { STATES } from "./states";

/**
 * Where tasks stand, by id: one snapshot over the open and the final ones, so that a task which ends meanwhile is
 * seen in exactly one of them. Primary keys only. Parameters: idRange.
 */
export const READ_RESULTS_STATEMENT = {
  name: "read_results",
  text: `
select id, account_id, kind, state, reason, answer, price_micros, accepted_at, finished_at, answers_count, confidence
from task where id = any($1::bigint[]) and id between $2::bigint and $3::bigint
union all
select id, account_id, kind, state, null, null, price_micros, accepted_at, null, null, null
from open_task where id = any($1::bigint[])`,
} as const;

export interface ResultRow {
  id: number;
  account_id: number;
  kind: number;
  state: number;
  reason: number | null;
  answer: string | null;
  price_micros: number;
  accepted_at: Date;
  finished_at: Date | null;
  answers_count: number | null;
  confidence: number | null;
}

/**
 * What a customer may learn of a task. `absent` is also what another account's task looks like. `answer` is in its
 * stored form (contract/answers), which `kind` says how to read.
 */
export type TaskResult =
  | { state: "open" }
  | {
      state: "answered";
      kind: TaskKind;
      answer: string;
      chargedMicros: number;
      acceptedAtMs: number;
      finishedAtMs: number;
      answersCount: number;
      /** How probable the answer is; null where nobody asked for that. */
      confidence: number | null;
    }
  | { state: "unsolvable"; reason: UnsolvedReason; acceptedAtMs: number; finishedAtMs: number }
  | { state: "absent" };

export interface ReadResult {
  accountId: number;
  result: TaskResult;
}

export function toReadResult(row: ResultRow): ReadResult {
  const acceptedAtMs = row.accepted_at.getTime();
  const finishedAtMs = row.finished_at?.getTime() ?? 0;
  switch (row.state) {
    case STATES.answered:
      return {
        accountId: row.account_id,
        result: {
          state: "answered",
          kind: taskKindOf(row.kind),
          answer: row.answer ?? "",
          chargedMicros: row.price_micros,
          acceptedAtMs,
          finishedAtMs,
          answersCount: row.answers_count ?? 1,
          confidence: row.confidence,
        },
      };
    case STATES.unsolvable:
      return {
        accountId: row.account_id,
        result: {
          state: "unsolvable",
          reason: unsolvedReasonOf(row.reason ?? 0),
          acceptedAtMs,
          finishedAtMs,
        },
      };
    default:
      return { accountId: row.account_id, result: { state: "open" } };
  }
}
