import { SCORE_CAUSES, type ScoreCause, STAGES } from "@sightline/contract/score";
import type pg from "pg";
import { numberArray } from "../tasks/id-range";
import { EVIDENCE_MAX } from "./skill";

/** An answer that could be judged, and how probably it was right. */
export interface JudgedAnswer {
  taskId: number;
  kindNumber: number;
  workerId: number;
  rightProbability: number;
}

/**
 * Notes down what was judged, each cause once, and adds what is new to the workers' standing, as learnSkill does.
 * Parameters: cause; workers, kinds, tasks and probabilities; the time. Locks standings by worker and kind, nothing after.
 */
export const LEARN_STATEMENT = {
  name: "learn_skills",
  text: `
with noted as (
  insert into skill_change (worker_id, kind, cause, cause_id, right_weight, wrong_weight, changed_at)
  select worker_id, kind, $1::smallint, task_id, chance, 1 - chance, $6::timestamptz
  from unnest($2::int[], $3::smallint[], $4::bigint[], $5::float8[]) as i(worker_id, kind, task_id, chance)
  order by worker_id, kind, task_id
  on conflict do nothing
  returning worker_id, kind, right_weight, wrong_weight
)
insert into worker_standing as s (worker_id, kind, stage, stage_since, right_weight, wrong_weight)
select worker_id, kind, ${STAGES.probation}, $6::timestamptz, sum(right_weight), sum(wrong_weight)
from noted group by worker_id, kind order by worker_id, kind
on conflict (worker_id, kind) do update set
  right_weight = (s.right_weight + excluded.right_weight)
    * least(1, ${EVIDENCE_MAX} / (s.right_weight + s.wrong_weight + excluded.right_weight + excluded.wrong_weight)),
  wrong_weight = (s.wrong_weight + excluded.wrong_weight)
    * least(1, ${EVIDENCE_MAX} / (s.right_weight + s.wrong_weight + excluded.right_weight + excluded.wrong_weight))`,
} as const;

/** What workers' skills learn from answers that were judged. The same task twice for one cause counts once. */
export async function learnSkills(
  db: Pick<pg.ClientBase, "query">,
  cause: ScoreCause,
  judged: readonly JudgedAnswer[],
  nowMs: number,
): Promise<void> {
  if (judged.length === 0) return;
  await db.query({
    ...LEARN_STATEMENT,
    values: [
      SCORE_CAUSES[cause],
      numberArray(judged.map(({ workerId }) => workerId)),
      numberArray(judged.map(({ kindNumber }) => kindNumber)),
      numberArray(judged.map(({ taskId }) => taskId)),
      numberArray(judged.map(({ rightProbability }) => rightProbability)),
      new Date(nowMs),
    ],
  });
}
