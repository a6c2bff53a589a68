import { answerTextForm } from "@sightline/contract/answer-text-form";
import { CASE_KINDS, type CaseClaims, type CaseKind, type CaseView } from "@sightline/contract/moderation";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import type { DomainContext } from "../context";
import { viewPayoutCase } from "../payouts/view-payout-case";
import { taskCharges } from "../refunds/task-charges";
import { Refusal } from "../refusal";
import { REPORT_STATES } from "../reports/report-states";
import { viewSiteCase } from "../sites/view-site-case";
import { claimCase, type Moderator } from "./claim-case";
import { movable } from "./verdict-effect";

const DAY_MS = 24 * 3_600_000;

/**
 * A case for whoever decides it; looking at it takes it or holds it for longer. Where the kind is read blind, the
 * answer and what is claimed about it are not sent before the moderator's own reading is there.
 */
export async function viewCase(
  ctx: Pick<DomainContext, "pool" | "clock">,
  moderator: Moderator,
  caseId: number,
): Promise<CaseView> {
  await claimCase(ctx, moderator, caseId);
  const { rows } = await ctx.pool.query<Row>({ ...CASE_STATEMENT, values: [caseId, moderator.accountId] });
  const row = rows[0];
  if (row === undefined) throw new Refusal("not_found", "There is no such case.");
  const kind = row.kind as CaseKind;
  const shows = !CASE_KINDS[kind].blindFirst || row.reading !== null;
  return {
    id: row.id,
    kind,
    subject: row.subject,
    openedAtMs: row.opened_at.getTime(),
    deadlineMs: row.deadline_at.getTime(),
    escalated: row.escalated_at !== null,
    claimedByEmail: null,
    claimedUntilMs: row.claimed_until.getTime(),
    task:
      row.task_id === null || row.task_kind === null
        ? null
        : {
            id: row.task_id,
            kind: taskKindOf(row.task_kind),
            params: row.params ?? {},
            fileUrl: row.has_file ? `/case-picture/${row.id}` : null,
          },
    reading: row.reading,
    claims: shows ? await readClaims(ctx, row) : null,
  };
}

/** Writes down what the moderator reads themselves; a second time changes nothing. */
export async function readCase(
  ctx: Pick<DomainContext, "pool" | "clock">,
  moderator: Moderator,
  { caseId, reading }: { caseId: number; reading: string },
): Promise<CaseView> {
  await claimCase(ctx, moderator, caseId);
  await ctx.pool.query({
    name: "read_case",
    text: `insert into moderation_verdict (case_id, moderator_id, reading, read_at) values ($1, $2, $3, $4)
           on conflict do nothing`,
    values: [caseId, moderator.accountId, reading, new Date(ctx.clock.nowMs())],
  });
  return viewCase(ctx, moderator, caseId);
}

async function readClaims(ctx: Pick<DomainContext, "pool" | "clock">, row: Row): Promise<CaseClaims> {
  const [charge] = row.task_id === null ? [] : await taskCharges(ctx.pool, [row.task_id]);
  const { rows } = await ctx.pool.query<Standing>({
    ...STANDING_STATEMENT,
    values: [row.account_id, new Date(ctx.clock.nowMs() - DAY_MS)],
  });
  return {
    answer:
      row.answer === null || row.task_kind === null
        ? null
        : answerTextForm(taskKindOf(row.task_kind), row.answer),
    about: row.about,
    accountEmail: row.account_email,
    workerEmail: row.worker_email,
    effect: movable(charge),
    decidedReports: rows[0]?.decided ?? 0,
    wrongReports: rows[0]?.wrong ?? 0,
    refunded24hMicros: rows[0]?.refunded ?? 0,
    site: row.kind === "new_site" ? await viewSiteCase(ctx, Number(row.subject.split(":")[1])) : null,
    payout: row.kind === "payout_check" ? await viewPayoutCase(ctx, Number(row.subject.split(":")[1])) : null,
  };
}

interface Row {
  id: number;
  kind: string;
  subject: string;
  opened_at: Date;
  deadline_at: Date;
  escalated_at: Date | null;
  claimed_until: Date;
  account_id: number | null;
  about: Record<string, unknown>;
  reading: string | null;
  task_id: number | null;
  task_kind: number | null;
  answer: string | null;
  params: TaskParams | null;
  has_file: boolean;
  account_email: string | null;
  worker_email: string | null;
}
interface Standing {
  decided: number;
  wrong: number;
  refunded: number;
}

/** $1 case, $2 moderator. */
const CASE_STATEMENT = {
  name: "view_case",
  text: `
select c.id, c.kind, c.subject, c.opened_at, c.deadline_at, c.escalated_at, c.claimed_until, c.account_id, c.about,
  v.reading, c.task_id, t.kind as task_kind, t.answer, i.hints as params, coalesce(i.media_type > 0, false) as has_file,
  customer.email as account_email, worker.email as worker_email
from moderation_case c
left join moderation_verdict v on v.case_id = c.id and v.moderator_id = $2
left join task t on t.id = c.task_id
left join task_input i on i.task_id = c.task_id
left join auth_user customer on customer.account_id = c.account_id
left join auth_user worker on worker.account_id = c.worker_id
where c.id = $1`,
} as const;

/** $1 account, $2 a day ago. */
const STANDING_STATEMENT = {
  name: "standing_of_account",
  text: `
select
  (select count(*)::int from report where account_id = $1 and state >= ${REPORT_STATES.accepted}) as decided,
  (select count(*)::int from report where account_id = $1 and state = ${REPORT_STATES.refused}) as wrong,
  (select coalesce(sum(micros), 0)::bigint from refund where account_id = $1 and refunded_at > $2) as refunded`,
} as const;
