import type { Clock } from "@sightline/contract/clock";
import { STAGES } from "@sightline/contract/score";
import { TASK_KINDS, type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import type pg from "pg";
import { inTransaction } from "../ledger/in-transaction";
import { type GoldVerdict, judgeGold } from "../quality/judge-gold";
import { type JudgedAnswer, learnSkills } from "../quality/learn-skills";
import { idRange, numberArray } from "../tasks/id-range";
import { advanceLessons, type LessonAnswer, type Progress } from "../workers/advance-lessons";

/** What came of a gold task that a worker was shown. */
export interface JudgedShowing {
  taskId: number;
  workerId: number;
  kind: TaskKind;
  stage: number;
  outcome: GoldVerdict | "unanswered";
  given: string | null;
  accepted: string[];
  /** Where training and exam stand after it; none for an answer among customers' tasks. */
  progress?: Progress | undefined;
}

/** Numbers of gold_showing. */
const OUTCOMES = { right: 1, wrong: 2, near: 3, unanswered: 4 } as const;
/** What the skill learns from each; of a task that was not answered it learns nothing. */
const RIGHT_PROBABILITY = { right: 1, near: 0.5, wrong: 0 } as const;

/** Shown gold tasks that have ended, by gold_showing_task_idx and the task's key. Parameters: idRange. */
const ENDED_STATEMENT = {
  name: "gold_that_ended",
  text: `
select s.task_id, s.worker_id, s.kind, s.stage, t.answer, g.answers,
  coalesce(g.hints -> 'regsense' = 'true'::jsonb, false) as case_matters
from gold_showing s join gold_task g on g.id = s.gold_id
  join task t on t.id = s.task_id and t.id between $2::bigint and $3::bigint
where s.task_id = any($1::bigint[]) and s.outcome is null`,
} as const;

const JUDGE_STATEMENT = {
  name: "judge_gold",
  text: `
update gold_showing s set outcome = i.outcome, answer = i.answer, judged_at = $4::timestamptz
from unnest($1::bigint[], $2::smallint[], $3::text[]) as i(task_id, outcome, answer)
where s.task_id = i.task_id and s.outcome is null
returning s.task_id`,
} as const;

/** Judges the answers to gold tasks, each once, and lets the workers' skills learn from them in the same transaction. */
export async function judgeShowings(
  { pool, clock }: { pool: Pool; clock: Clock },
  taskIds: readonly number[],
): Promise<(JudgedShowing | null)[]> {
  const { rows } = await pool.query<EndedRow>({ ...ENDED_STATEMENT, values: idRange(taskIds) });
  const showings = rows.map(toShowing);
  if (showings.length === 0) return taskIds.map(() => null);
  const judged = await inTransaction(pool, (client) => record(client, clock.nowMs(), showings));
  return taskIds.map((taskId) => judged.get(taskId) ?? null);
}

interface EndedRow {
  task_id: number;
  worker_id: number;
  kind: number;
  stage: number;
  answer: string | null;
  answers: string[];
  case_matters: boolean;
}

function toShowing(row: EndedRow): JudgedShowing {
  const kind = taskKindOf(row.kind);
  const outcome =
    row.answer === null ? "unanswered" : judgeGold(kind, row.case_matters, row.answer, row.answers);
  const { task_id: taskId, worker_id: workerId, stage, answer: given, answers: accepted } = row;
  return { taskId, workerId, kind, stage, outcome, given, accepted };
}

async function record(
  client: pg.PoolClient,
  nowMs: number,
  showings: readonly JudgedShowing[],
): Promise<Map<number, JudgedShowing>> {
  const { rows } = await client.query<{ task_id: number }>({
    ...JUDGE_STATEMENT,
    values: [
      numberArray(showings.map(({ taskId }) => taskId)),
      numberArray(showings.map(({ outcome }) => OUTCOMES[outcome])),
      showings.map(({ given }) => given),
      new Date(nowMs),
    ],
  });
  const taken = new Set(rows.map(({ task_id }) => task_id));
  const judged = showings.filter(({ taskId }) => taken.has(taskId));
  await learnSkills(client, "gold", judged.flatMap(toLearn), nowMs);
  const progress = await advanceLessons(client, judged.flatMap(toLesson), nowMs);
  return new Map(
    judged.map((showing) => [
      showing.taskId,
      {
        ...showing,
        progress: progress.find(({ workerId, kind, before }) => {
          return workerId === showing.workerId && kind === showing.kind && STAGES[before] === showing.stage;
        }),
      },
    ]),
  );
}

/** In training nobody is judged: it is where one learns. */
function toLearn({ taskId, workerId, kind, stage, outcome }: JudgedShowing): JudgedAnswer[] {
  if (outcome === "unanswered" || stage === STAGES.training) return [];
  return [
    { taskId, workerId, kindNumber: TASK_KINDS[kind].number, rightProbability: RIGHT_PROBABILITY[outcome] },
  ];
}

function toLesson({ workerId, kind, stage, outcome }: JudgedShowing): LessonAnswer[] {
  if (outcome === "unanswered" || stage >= STAGES.probation) return [];
  return [{ workerId, kind, stage, isRight: outcome !== "wrong" }];
}
