import { answerTextForm } from "@sightline/contract/answer-text-form";
import type { ReportDecision, ReportsPage } from "@sightline/contract/reports";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { countDecidedReports } from "./complains-too-much";
import { REPORT_STATES } from "./report-states";

const ROWS_MAX = 50;
const LOOKED_AT_MAX = 5_000;

/** An account's reports, those of the newest tasks first, with the money that came back for each. */
export async function listReports(
  ctx: Pick<DomainContext, "pool">,
  {
    accountId,
    decision,
    before,
  }: { accountId: number; decision?: ReportDecision | undefined; before?: number | undefined },
): Promise<ReportsPage> {
  const [{ rows }, decided] = await Promise.all([
    ctx.pool.query<Row>({
      ...LIST_STATEMENT,
      values: [
        accountId,
        before ?? Number.MAX_SAFE_INTEGER,
        decision === undefined ? null : REPORT_STATES[decision],
        ROWS_MAX + 1,
      ],
    }),
    countDecidedReports(ctx, accountId),
  ]);
  const page = rows.slice(0, ROWS_MAX);
  return {
    rows: page.map((row) => {
      const kind = taskKindOf(row.kind);
      return {
        taskId: row.task_id,
        kind,
        decision: decisionOf(row.state),
        answer: row.answer === null ? null : answerTextForm(kind, row.answer),
        reportedAtMs: row.reported_at.getTime(),
        decidedAtMs: row.decided_at?.getTime() ?? null,
        refundedMicros: row.refunded,
        imageUrl: row.has_picture ? `/picture/${row.task_id}` : null,
      };
    }),
    decided,
    nextBefore: rows.length > ROWS_MAX ? (page.at(-1)?.task_id ?? null) : null,
  };
}

function decisionOf(state: number): ReportDecision {
  const found = Object.entries(REPORT_STATES).find(([, each]) => each === state);
  if (!found) throw new Error(`no report state has the number ${state}`);
  return found[0] as ReportDecision;
}

interface Row {
  task_id: number;
  kind: number;
  state: number;
  answer: string | null;
  reported_at: Date;
  decided_at: Date | null;
  refunded: number;
  has_picture: boolean;
}

/** $1 account, $2 tasks below this, $3 state or null, $4 rows. What came back is any transfer of the task to the account's available balance after its capture. */
const LIST_STATEMENT = {
  name: "list_reports",
  text: `
select r.*, t.answer,
  coalesce((select sum(micros) from transfer m where m.cause_id = r.task_id and m.credit_id = $1::int
    and m.debit_id <> $1::int), 0)::bigint as refunded,
  exists (select from task_input i where i.task_id = r.task_id and i.media_type between 1 and 3) as has_picture
from (
  select task_id, kind, state, reported_at, decided_at from (
    select * from report where account_id = $1::int and task_id < $2::bigint
    order by task_id desc limit ${LOOKED_AT_MAX}
  ) latest
  where $3::smallint is null or state = $3::smallint
  order by task_id desc limit $4::int
) r left join task t on t.id = r.task_id
order by r.task_id desc`,
} as const;
