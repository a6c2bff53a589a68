import { SCORE_CAUSES } from "@sightline/contract/score";
import type pg from "pg";
import { numberArray } from "../tasks/id-range";

/** How a worker's skill in one kind is to be corrected. */
export interface SkillCorrection {
  workerId: number;
  /** What moves from wrong to right (below 0: the other way); how much evidence there is stays. */
  moves: number;
  /** Answers that are taken for something else than before. */
  answers: { taskId: number; rightProbability: number }[];
}

/**
 * Corrects the skills of workers in one kind and notes it down as the run's change of each, once a run: who was
 * corrected by it already is left alone. What is learned meanwhile stays, since only the difference is written.
 *
 * Parameters: kind, run, the time; workers and moves; and of the answers workers, tasks and probabilities. Locks standings
 * by worker, as LEARN_STATEMENT does, nothing after.
 */
export const CORRECT_STATEMENT = {
  name: "correct_skills",
  text: `
with locked as materialized (
  select s.worker_id, greatest(-s.right_weight, least(s.wrong_weight, i.moves)) as moves
  from worker_standing s join unnest($4::int[], $5::float8[]) as i(worker_id, moves) using (worker_id)
  where s.kind = $1::smallint
  order by s.worker_id for update of s
),
noted as materialized (
  insert into skill_change (worker_id, kind, cause, cause_id, right_weight, wrong_weight, changed_at)
  select worker_id, $1::smallint, ${SCORE_CAUSES.estimate}, $2::bigint, moves, -moves, $3::timestamptz from locked
  on conflict do nothing
  returning worker_id, right_weight as moves
),
judged as (
  update skill_change c set estimated_right = j.chance
  from unnest($6::int[], $7::bigint[], $8::float8[]) as j(worker_id, task_id, chance) join noted using (worker_id)
  where c.worker_id = j.worker_id and c.kind = $1::smallint and c.cause = ${SCORE_CAUSES.agreement} and c.cause_id = j.task_id
)
update worker_standing s set right_weight = greatest(0, s.right_weight + n.moves),
  wrong_weight = greatest(0, s.wrong_weight - n.moves)
from noted n where s.worker_id = n.worker_id and s.kind = $1::smallint`,
} as const;

export async function correctSkills(
  db: Pick<pg.ClientBase, "query">,
  { kindNumber, runId, nowMs }: { kindNumber: number; runId: number; nowMs: number },
  corrections: readonly SkillCorrection[],
): Promise<void> {
  const answers = corrections.flatMap(({ workerId, answers }) =>
    answers.map((answer) => ({ workerId, ...answer })),
  );
  await db.query({
    ...CORRECT_STATEMENT,
    values: [
      kindNumber,
      runId,
      new Date(nowMs),
      numberArray(corrections.map(({ workerId }) => workerId)),
      numberArray(corrections.map(({ moves }) => moves)),
      numberArray(answers.map(({ workerId }) => workerId)),
      numberArray(answers.map(({ taskId }) => taskId)),
      numberArray(answers.map(({ rightProbability }) => rightProbability)),
    ],
  });
}
