import { type UnsolvedReason, unsolvedReasonOf } from "@sightline/contract/error-codes";
import { type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { recallTaskResult } from "./get-task-result";
import { STATES } from "./states";

/**
 * What a customer may keep of a task: what it cost and from what it was paid, its times, its answer. Who answered it
 * is nobody's business but ours and theirs.
 */
export interface TaskReceipt {
  kind: TaskKind;
  state: "open" | "answered" | "unsolved";
  reason: UnsolvedReason | null;
  /** What was charged; 0 while it is open, when it was not solved, and in a package. */
  chargedMicros: number;
  paidFrom: "balance" | "package";
  acceptedAtMs: number;
  finishedAtMs: number | null;
  /** In their stored form (contract/answers); all of them where several workers answered. None without a charge. */
  answers: string[];
}

/**
 * One indexed read of a task that is this account's and not past the time for which its result can be read; null
 * otherwise. Rejects when the database is away.
 */
export async function getTaskReceipt(
  ctx: DomainContext,
  { accountId, taskId }: { accountId: number; taskId: number },
): Promise<TaskReceipt | null> {
  if (recallTaskResult(ctx, accountId, taskId)?.state === "absent") return null;
  const { rows } = await ctx.pool.query<ReceiptRow>({ ...RECEIPT_STATEMENT, values: [taskId, accountId] });
  const row = rows[0];
  if (!row) return null;
  const answered = row.state === STATES.answered;
  const unsolved = row.state === STATES.unsolvable;
  return {
    kind: taskKindOf(row.kind),
    state: answered ? "answered" : unsolved ? "unsolved" : "open",
    reason: unsolved ? unsolvedReasonOf(row.reason ?? 0) : null,
    chargedMicros: answered ? row.price_micros : 0,
    paidFrom: row.in_package ? "package" : "balance",
    acceptedAtMs: row.accepted_at.getTime(),
    finishedAtMs: row.finished_at?.getTime() ?? null,
    answers: answered && row.answer !== null ? (row.all_answers ?? [row.answer]) : [],
  };
}

interface ReceiptRow {
  kind: number;
  state: number;
  reason: number | null;
  price_micros: number;
  in_package: boolean;
  accepted_at: Date;
  finished_at: Date | null;
  answer: string | null;
  all_answers: string[] | null;
}

/** $1 the task, $2 its account. An open task's answer is not final and is left out. */
const RECEIPT_STATEMENT = {
  name: "read_receipt",
  text: `
select kind, state, reason, price_micros, in_package, accepted_at, finished_at, answer,
  (select array_agg(a.answer order by a.no) from task_answer a where a.task_id = $1::bigint) as all_answers
from task where id = $1::bigint and account_id = $2::int
union all
select kind, state, null, price_micros, in_package, accepted_at, null, null, null
from open_task where id = $1::bigint and account_id = $2::int`,
} as const;
