import { answerTextForm } from "@sightline/contract/answer-text-form";
import { unsolvedCode, unsolvedReasonOf } from "@sightline/contract/error-codes";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { idRange } from "../tasks/id-range";
import { STATES } from "../tasks/states";
import { CALLBACK_STATES } from "./callback-states";
import { type CallbackAddress, callbackAddressOf } from "./read-callback-address";

/** One callback that is due, held by this process until `heldUntilMs`. */
export interface DueCallback {
  taskId: number;
  accountId: number;
  url: string;
  /** Null when no call can go to the URL, which was checked when it was accepted. */
  address: CallbackAddress | null;
  attempts: number;
  heldUntilMs: number;
  /** The answer's text form or the error code; null when the task is gone. */
  code: string | null;
}

/** A process that dies with callbacks in its hands delays them by at most this. */
export const HOLD_MS = 60_000;

const CLAIM = {
  name: "claim_callbacks",
  text: `
    update callback set next_attempt_at = $2::timestamptz
    where task_id = any(array(
      select task_id from callback where state = ${CALLBACK_STATES.due} and next_attempt_at <= $1::timestamptz
      order by next_attempt_at limit $3 for update skip locked))
    returning task_id, account_id, url, attempts`,
};

/**
 * Takes callbacks that are due into this process's hands, the longest due first. The hold is a later time of the
 * next attempt: whoever does not record an outcome before it ends lets another process, or itself, try again.
 */
export async function claimDueCallbacks(ctx: DomainContext, max: number): Promise<DueCallback[]> {
  const nowMs = ctx.clock.nowMs();
  const heldUntilMs = nowMs + HOLD_MS;
  const { rows } = await ctx.pool.query<{
    task_id: number;
    account_id: number;
    url: string;
    attempts: number;
  }>({
    ...CLAIM,
    values: [new Date(nowMs), new Date(heldUntilMs), max],
  });
  if (rows.length === 0) return [];
  const codes = await readCodes(
    ctx,
    rows.map((row) => row.task_id),
  );
  return rows.map((row) => ({
    taskId: row.task_id,
    accountId: row.account_id,
    url: row.url,
    address: callbackAddressOf(row.url),
    attempts: row.attempts,
    heldUntilMs,
    code: codes.get(row.task_id) ?? null,
  }));
}

async function readCodes(ctx: DomainContext, taskIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await ctx.pool.query<{
    id: number;
    kind: number;
    state: number;
    reason: number | null;
    answer: string | null;
  }>({
    name: "callback_codes",
    text: `select id, kind, state, reason, answer from task
           where id = any($1::bigint[]) and id between $2::bigint and $3::bigint`,
    values: idRange(taskIds),
  });
  return new Map(
    rows.map(({ id, kind, state, reason, answer }) => [
      id,
      state === STATES.answered
        ? answerTextForm(taskKindOf(kind), answer ?? "")
        : unsolvedCode(unsolvedReasonOf(reason ?? 0)),
    ]),
  );
}
