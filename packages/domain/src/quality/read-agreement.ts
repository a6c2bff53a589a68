import type { Solution } from "@sightline/contract/answers";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import { firstIdAt } from "@sightline/db/task-id";
import type { AgreedTask } from "./re-estimate";
import { EVIDENCE_MAX } from "./skill";
import { storedReadings } from "./weigh-stored-answers";

const WINDOW_MS = 30 * 86_400_000;
const PAGE_ROWS = 2_000;
/** The newest answers of a kind within the window, no more than these: they are held in memory. */
const ANSWERS_MAX = 50_000;

/**
 * A page of the answers of one kind, the newest tasks first, with what their workers' skills learned from each. Parameters:
 * kind, first id, the id before which the page ends. By task_answer_kind_idx, then by primary keys.
 */
export const AGREEMENT_STATEMENT = {
  name: "agreement",
  text: `
select a.task_id, a.worker_id, a.answer, coalesce(c.estimated_right, c.right_weight) as taken_for,
  coalesce(i.hints -> 'regsense' = 'true'::jsonb, false) as case_matters
from (
  select task_id, no, worker_id, answer from task_answer
  where kind = $1::smallint and task_id >= $2::bigint and task_id < $3::bigint
  order by task_id desc limit ${PAGE_ROWS}
) a
  left join skill_change c on c.worker_id = a.worker_id and c.kind = $1::smallint and c.cause = 1 and c.cause_id = a.task_id
  left join task_input i on i.task_id = a.task_id and i.task_id >= $2::bigint and i.task_id < $3::bigint
order by a.task_id desc, a.no`,
} as const;

interface Row {
  task_id: number;
  worker_id: number;
  answer: string;
  taken_for: number | null;
  case_matters: boolean;
}

/** What was answered to tasks of a kind, and the latest judgements of each worker that their skill holds. */
export interface Agreement {
  tasks: AgreedTask<string | Solution>[];
  /** Place of the task in `tasks`, its id, place of the answer in it, and how probably right it was taken for. */
  judgedOf: Map<number, { task: number; taskId: number; answer: number; takenFor: number }[]>;
  answers: number;
}

/** Tasks of one kind whose answers were judged by each other, of the last thirty days, the newest first. */
export async function readAgreement(
  { pool, nowMs }: { pool: Pool; nowMs: number },
  kind: TaskKind,
): Promise<Agreement> {
  const agreement: Agreement = { tasks: [], judgedOf: new Map(), answers: 0 };
  const first = firstIdAt(nowMs - WINDOW_MS);
  let before = firstIdAt(nowMs + WINDOW_MS);
  while (agreement.answers < ANSWERS_MAX) {
    const { rows } = await pool.query<Row>({
      ...AGREEMENT_STATEMENT,
      values: [TASK_KINDS[kind].number, first, before],
    });
    const isLast = rows.length < PAGE_ROWS;
    // The oldest task of a full page may go on behind it.
    const oldest = rows.at(-1)?.task_id ?? 0;
    for (const task of byTask(isLast ? rows : rows.filter(({ task_id }) => task_id > oldest)))
      addTask(agreement, kind, task);
    if (isLast) break;
    before = oldest + 1;
  }
  return agreement;
}

function byTask(rows: readonly Row[]): Row[][] {
  const tasks = new Map<number, Row[]>();
  for (const row of rows) {
    const task = tasks.get(row.task_id);
    if (task) task.push(row);
    else tasks.set(row.task_id, [row]);
  }
  return [...tasks.values()];
}

/** A task that is still open, or that had one answer, was never judged. */
function addTask(agreement: Agreement, kind: TaskKind, rows: readonly Row[]): void {
  if (rows.length < 2 || rows.every(({ taken_for }) => taken_for === null)) return;
  const { model, read } = storedReadings(kind, rows[0]?.case_matters ?? false);
  const task = agreement.tasks.length;
  agreement.tasks.push({
    model,
    answers: rows.map(({ worker_id, answer }) => ({ workerId: worker_id, reading: read(answer) })),
  });
  agreement.answers += rows.length;
  for (const [answer, { task_id: taskId, worker_id, taken_for: takenFor }] of rows.entries()) {
    if (takenFor === null) continue;
    const judged = agreement.judgedOf.get(worker_id) ?? [];
    if (judged.length < EVIDENCE_MAX) judged.push({ task, taskId, answer, takenFor });
    agreement.judgedOf.set(worker_id, judged);
  }
}
