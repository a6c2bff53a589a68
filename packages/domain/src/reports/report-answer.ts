import { CASE_KINDS } from "@sightline/contract/moderation";
import { isChallenge, TASK_KINDS, type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import { idTimeMs } from "@sightline/db/task-id";
import type pg from "pg";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { LEDGER_CTES } from "../ledger/ledger-sql";
import { PLATFORM_ACCOUNTS, POSTINGS } from "../ledger/postings";
import { wantedReaders } from "../moderation/open-case";
import { RESULT_READABLE_MS } from "../tasks/get-task-result";
import { STATES } from "../tasks/states";
import { complainsTooMuch } from "./complains-too-much";
import { REPORT_STATES, VERDICTS } from "./report-states";

export type ReportVerdict = "good" | "bad";

/**
 * `repeated`: the same was said of this task before, and nothing more happened. `refundedMicros` is more than 0 when
 * the money came back at once.
 */
export type ReportReply =
  | { ok: true; repeated: boolean; refundedMicros: number }
  | {
      ok: false;
      code: "ERROR_WRONG_CAPTCHA_ID" | "ERROR_DUPLICATE_REPORT" | "ERROR_REPORT_NOT_RECORDED";
      says?: string;
    };

/** A report is taken until this long after the submission of its task. */
export const REPORT_WINDOW_MS = 15 * 60_000;

/**
 * Takes what a customer says of an answer, once a task (protocol.md, rule 21). A bad one about a picture or a sound
 * waits for a moderator; about a token, at which nobody can look again, the platform gives the money back at once and
 * the worker keeps the pay, as long as the account stays within the 40 % rule. Rejects when the database is away.
 */
export async function reportAnswer(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { accountId, taskId, verdict }: { accountId: number; taskId: number; verdict: ReportVerdict },
): Promise<ReportReply> {
  const nowMs = ctx.clock.nowMs();
  const task = await readTask(ctx, { accountId, taskId, nowMs });
  if (task === null) return { ok: false, code: "ERROR_WRONG_CAPTCHA_ID" };
  if (task.reported !== null) return alreadyReported(task.reported, verdict);
  if (task.state !== STATES.answered) return notRecorded("Only an answered task can be reported.");
  if (task.workerId === accountId) return notRecorded("You answered this task yourself, in your sandbox.");
  // Nobody answered it: what is said of it is taken and forgotten.
  if (task.workerId === PLATFORM_ACCOUNTS.tests) return { ok: true, repeated: false, refundedMicros: 0 };
  if (idTimeMs(taskId) + REPORT_WINDOW_MS < nowMs)
    return notRecorded("More than 15 minutes have passed since the task was submitted.");
  const isToken = isChallenge(task.kind);
  if (verdict === "bad" && (await complainsTooMuch(ctx, { accountId, isToken, nowMs }))) {
    return notRecorded(
      isToken
        ? "More than 40 % of the tokens of a day would be reported as wrong with this one, so it is not taken. Reports of good ones are not affected."
        : "More than 40 % of your last 100 decided bad reports were about answers that were right, so no more are taken until that share falls. Reports of good answers are not affected.",
    );
  }
  const state =
    verdict === "good" ? REPORT_STATES.good : isToken ? REPORT_STATES.refunded : REPORT_STATES.open;
  const refundMicros = state === REPORT_STATES.refunded ? task.priceMicros : 0;
  const report = { ...task, accountId, taskId, verdict, state, refundMicros, nowMs };
  const recorded = await (refundMicros === 0
    ? recordReport(ctx.pool, report)
    : inTransaction(ctx.pool, async (client) => {
        // Staff who refund it at this moment come before or after, and each sees what the other gave back.
        await client.query("select from task where id = $1 for update", [taskId]);
        return recordReport(client, report);
      }));
  if (recorded) return { ok: true, repeated: false, refundedMicros: recorded.refundedMicros };
  // Somebody else's report came between: it is there now.
  const again = await readTask(ctx, { accountId, taskId, nowMs });
  return alreadyReported(again?.reported ?? verdict, verdict);
}

interface ReportedTask {
  state: number;
  kindNumber: number;
  kind: TaskKind;
  priceMicros: number;
  workerId: number;
  reported: ReportVerdict | null;
}

async function readTask(
  ctx: Pick<DomainContext, "pool">,
  { accountId, taskId, nowMs }: { accountId: number; taskId: number; nowMs: number },
): Promise<ReportedTask | null> {
  if (idTimeMs(taskId) <= nowMs - RESULT_READABLE_MS || idTimeMs(taskId) > nowMs + 60_000) return null;
  const { rows } = await ctx.pool.query<{
    state: number;
    kind: number;
    price: number;
    worker: number | null;
    verdict: number | null;
  }>({
    name: "task_to_report",
    text: `
      select t.state, t.kind, t.price_micros as price, t.worker_id as worker, r.verdict
      from (
        select id, account_id, state, kind, price_micros, worker_id from task where id = $1::bigint
        union all
        select id, account_id, state, kind, price_micros, worker_id from open_task where id = $1::bigint
      ) t left join report r on r.task_id = t.id
      where t.account_id = $2::int`,
    values: [taskId, accountId],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    state: row.state,
    kindNumber: row.kind,
    kind: taskKindOf(row.kind),
    priceMicros: row.price,
    workerId: row.worker ?? 0,
    reported: row.verdict === null ? null : row.verdict === VERDICTS.good ? "good" : "bad",
  };
}

/**
 * The report, whom it makes the first choice, and its refund or the case that is opened for it, in one statement; false
 * when the task was reported meanwhile. Locks the account only.
 */
async function recordReport(
  db: Pick<pg.ClientBase, "query">,
  report: Pick<ReportedTask, "kindNumber" | "workerId"> & {
    taskId: number;
    accountId: number;
    verdict: ReportVerdict;
    state: number;
    refundMicros: number;
    nowMs: number;
  },
): Promise<{ refundedMicros: number } | null> {
  const { rows } = await db.query<{ refundedMicros: number }>({
    name: "record_report",
    text: `
      with recorded as materialized (
        insert into report (task_id, account_id, worker_id, kind, verdict, state, reported_at, decided_at, worker_score)
        values ($1::bigint, $2::int, $3::int, $4::smallint, $5::smallint, $6::smallint, $7::timestamptz,
          case $6::smallint when ${REPORT_STATES.refunded} then $7::timestamptz end,
          case $4::smallint when ${TASK_KINDS.recaptcha_v3.number} then
            (select score from worker_v3_score where worker_id = $3::int) end)
        on conflict do nothing
        returning task_id, account_id, worker_id
      ),
      opened as (
        insert into moderation_case (kind, subject, task_id, account_id, worker_id, opened_at, deadline_at, readers_wanted)
        select 'bad_report', 'task:' || task_id, task_id, account_id, worker_id, $7::timestamptz,
          $7::timestamptz + interval '${CASE_KINDS.bad_report.decideWithinMs} milliseconds', $9::smallint
        from recorded where $6::smallint = ${REPORT_STATES.open}
        on conflict do nothing
      ),
      favoured as (
        insert into favourite_worker as f (customer_id, worker_id, since)
        select account_id, $3::int, $7::timestamptz from recorded where $5::smallint = ${VERDICTS.good} and $3::int > 0
        on conflict (customer_id, worker_id) do update set since = excluded.since
      ),
      move as materialized (
        select task_id as cause_id, ${POSTINGS.refund_token.code} as code, ${PLATFORM_ACCOUNTS.expenses} as debit_id,
          account_id as credit_id,
          greatest($8::bigint - coalesce((select micros from refund f where f.task_id = $1::bigint), 0), 0) as micros
        from recorded
      ),
      ${LEDGER_CTES}
      select micros as "refundedMicros" from move`,
    values: [
      report.taskId,
      report.accountId,
      report.workerId,
      report.kindNumber,
      VERDICTS[report.verdict],
      report.state,
      new Date(report.nowMs),
      report.refundMicros,
      wantedReaders(`task:${report.taskId}`, CASE_KINDS.bad_report.readsTwice),
    ],
  });
  return rows[0] ?? null;
}

function alreadyReported(before: ReportVerdict, now: ReportVerdict): ReportReply {
  return before === now
    ? { ok: true, repeated: true, refundedMicros: 0 }
    : { ok: false, code: "ERROR_DUPLICATE_REPORT" };
}

function notRecorded(says: string): ReportReply {
  return { ok: false, code: "ERROR_REPORT_NOT_RECORDED", says };
}
