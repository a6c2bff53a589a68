import { STAGES, type Stage, stageOf, TRAINING } from "@sightline/contract/score";
import { TASK_KINDS, type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type pg from "pg";
import { numberArray } from "../tasks/id-range";

/** A judged answer of a stage before probation. */
export interface LessonAnswer {
  workerId: number;
  kind: TaskKind;
  stage: number;
  isRight: boolean;
}

export interface Progress {
  workerId: number;
  kind: TaskKind;
  before: Stage;
  stage: Stage;
  judged: number;
  right: number;
}

/**
 * Counts answers of training and exam, and moves on who has given enough of them: from training to the exam, from the
 * exam to probation or back to training. Answers of a stage that is over count for nothing.
 */
const ADVANCE_STATEMENT = {
  name: "advance_lessons",
  text: `
with given as (
  select worker_id, kind, stage, count(*)::int as judged, (count(*) filter (where is_right))::int as good
  from unnest($1::int[], $2::smallint[], $3::smallint[], $4::boolean[]) as i(worker_id, kind, stage, is_right)
  group by worker_id, kind, stage order by worker_id, kind
),
counted as (
  select s.worker_id, s.kind, s.stage as before, s.stage_judged + g.judged as judged, s.stage_right + g.good as good
  from given g join worker_standing s on s.worker_id = g.worker_id and s.kind = g.kind and s.stage = g.stage
  for update of s
),
decided as (
  select *, case
    when before = ${STAGES.training} and judged >= ${TRAINING.tasks} then ${STAGES.exam}
    when before = ${STAGES.exam} and judged >= ${TRAINING.examTasks} then
      case when good >= ${TRAINING.examRightMin} then ${STAGES.probation} else ${STAGES.training} end
    else before end as stage
  from counted
)
update worker_standing s set stage = d.stage,
  stage_since = case when d.stage = d.before then s.stage_since else $5::timestamptz end,
  stage_judged = case when d.stage = d.before then d.judged else 0 end,
  stage_right = case when d.stage = d.before then d.good else 0 end
from decided d where s.worker_id = d.worker_id and s.kind = d.kind
returning s.worker_id, s.kind, d.before, d.stage, d.judged, d.good as right`,
} as const;

export async function advanceLessons(
  client: Pick<pg.ClientBase, "query">,
  answers: readonly LessonAnswer[],
  nowMs: number,
): Promise<Progress[]> {
  if (answers.length === 0) return [];
  const { rows } = await client.query<{
    worker_id: number;
    kind: number;
    before: number;
    stage: number;
    judged: number;
    right: number;
  }>({
    ...ADVANCE_STATEMENT,
    values: [
      numberArray(answers.map(({ workerId }) => workerId)),
      numberArray(answers.map(({ kind }) => TASK_KINDS[kind].number)),
      numberArray(answers.map(({ stage }) => stage)),
      answers.map(({ isRight }) => isRight),
      new Date(nowMs),
    ],
  });
  return rows.map(({ worker_id: workerId, kind, before, stage, ...counts }) => ({
    workerId,
    kind: taskKindOf(kind),
    before: stageOf(before),
    stage: stageOf(stage),
    ...counts,
  }));
}
