import { answerTextForm } from "@sightline/contract/answer-text-form";
import type { CustomerTaskRow, CustomerTasksPage, TaskStateShown } from "@sightline/contract/customer";
import { UNSOLVED_REASONS, unsolvedReasonOf } from "@sightline/contract/error-codes";
import { taskKindOf } from "@sightline/contract/task-kinds";
import { idTimeMs } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { REPORT_WINDOW_MS } from "../reports/report-answer";
import { STATES } from "../tasks/states";

/**
 * One page of a customer's tasks, newest first, open and ended ones together: the rows with ids below `before`.
 * Both tables are read in one statement, so a task that ends meanwhile is in the page exactly once.
 */
export async function listCustomerTasks(
  ctx: Pick<DomainContext, "pool">,
  {
    accountId,
    state,
    before,
    limit,
  }: { accountId: number; state?: TaskStateShown | undefined; before?: number | undefined; limit: number },
): Promise<CustomerTasksPage> {
  const states = state === undefined ? Object.values(STATES) : SHOWN_AS[state].map((name) => STATES[name]);
  const { rows } = await ctx.pool.query<Row>({
    ...TASKS_STATEMENT,
    values: [accountId, before ?? Number.MAX_SAFE_INTEGER, states, limit + 1],
  });
  const page = rows.slice(0, limit).map(toTaskRow);
  return { rows: page, nextBefore: rows.length > limit ? (page.at(-1)?.taskId ?? null) : null };
}

const SHOWN_AS = {
  queued: ["queued", "reserved"],
  assigned: ["assigned", "given"],
  answered: ["answered"],
  unsolvable: ["unsolvable"],
} as const satisfies Record<TaskStateShown, readonly (keyof typeof STATES)[]>;

function toTaskRow(row: Row): CustomerTaskRow {
  const state = shownState(row.state);
  const kind = taskKindOf(row.kind);
  return {
    taskId: row.id,
    kind,
    state,
    answer: row.answer === null ? null : answerTextForm(kind, row.answer),
    reasonText: row.reason === null ? null : UNSOLVED_REASONS[unsolvedReasonOf(row.reason)].text,
    priceMicros: row.price_micros,
    chargedMicros: state === "answered" ? row.price_micros : state === "unsolvable" ? 0 : null,
    acceptedAtMs: row.accepted_at.getTime(),
    finishedAtMs: row.finished_at?.getTime() ?? null,
    imageUrl: row.has_picture ? `/picture/${row.id}` : null,
    reportableUntilMs: state === "answered" && !row.test ? idTimeMs(row.id) + REPORT_WINDOW_MS : null,
    reported: row.verdict === null ? null : row.verdict === 1 ? "good" : "bad",
    test: row.test,
  };
}

function shownState(state: number): TaskStateShown {
  for (const [shown, names] of Object.entries(SHOWN_AS)) {
    if (names.some((name) => STATES[name] === state)) return shown as TaskStateShown;
  }
  throw new Error(`no task state has the number ${state}`);
}

interface Row {
  id: number;
  kind: number;
  state: number;
  answer: string | null;
  reason: number | null;
  price_micros: number;
  accepted_at: Date;
  finished_at: Date | null;
  has_picture: boolean;
  verdict: number | null;
  test: boolean;
}

/** $1 account, $2 ids below this, $3 states, $4 rows. An answer that may still be taken back is not told. */
const TASKS_STATEMENT = {
  name: "list_customer_tasks",
  text: `
select t.*, coalesce((select i.hints ? 'test' from task_input i where i.task_id = t.id), false) as test,
  (select verdict from report r where r.task_id = t.id) as verdict,
  exists (select from task_input i where i.task_id = t.id and i.media_type between 1 and 3) as has_picture
from (
  (select id, kind, state, null as answer, null::smallint as reason, price_micros, accepted_at,
     null::timestamptz as finished_at
   from open_task where account_id = $1 and id < $2 and state = any ($3::smallint[])
   order by id desc limit $4)
  union all
  (select id, kind, state, answer, reason, price_micros, accepted_at, finished_at
   from task where account_id = $1 and id < $2 and state = any ($3::smallint[])
   order by id desc limit $4)
  order by id desc limit $4
) t
order by t.id desc`,
} as const;
