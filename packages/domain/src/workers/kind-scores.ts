import type { ShownEvidence } from "@sightline/contract/abuse-signals";
import { type KindScore, STAGES, stageOf } from "@sightline/contract/score";
import { TASK_KINDS, taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { levelOf } from "../quality/level";
import { medianOfSteps, PACE_STEPS_MS } from "../quality/pace-notes";
import { skillInterval, skillMean } from "../quality/skill";

const SPEED_DAYS = 30;

const SUMMED_STEPS = Array.from(
  { length: PACE_STEPS_MS.length + 1 },
  (_, i) => `coalesce(sum(steps[${i + 1}]), 0)::int`,
).join(", ");

/** By primary keys. $1 worker, $2 kinds, $3 the first day of speed. */
const KIND_SCORES_STATEMENT = {
  name: "kind_scores",
  text: `
select k.kind, s.stage, coalesce(s.stage_judged, 0) as stage_judged, coalesce(s.right_weight, 0) as right, coalesce(s.wrong_weight, 0) as wrong, s.suspended_reason,
  s.suspended_evidence, p.steps
from unnest($2::smallint[]) k(kind)
  left join worker_standing s on s.worker_id = $1::int and s.kind = k.kind
  cross join lateral (
    select array[${SUMMED_STEPS}] as steps from worker_pace
    where worker_id = $1::int and day >= $3::date and kind = k.kind
  ) p`,
} as const;

interface Row {
  kind: number;
  stage: number | null;
  stage_judged: number;
  right: number;
  wrong: number;
  suspended_reason: string | null;
  suspended_evidence: ShownEvidence[] | null;
  steps: number[];
}

/** What is known of a worker in each kind: those they have worked at or been judged in first. */
export async function kindScores(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  workerId: number,
): Promise<KindScore[]> {
  const { rows } = await pool.query<Row>({
    ...KIND_SCORES_STATEMENT,
    values: [
      workerId,
      Object.values(TASK_KINDS).map(({ number }) => number),
      new Date(clock.nowMs() - SPEED_DAYS * 86_400_000),
    ],
  });
  return rows.map(toScore).sort((a, b) => b.judged - a.judged || b.answered - a.answered);
}

function toScore({
  kind,
  stage,
  stage_judged: stageJudged,
  right,
  wrong,
  suspended_reason,
  suspended_evidence,
  steps,
}: Row): KindScore {
  const skill = { right, wrong };
  return {
    kind: taskKindOf(kind),
    stage: stageOf(stage ?? STAGES.probation),
    stageJudged,
    level: levelOf(stage ?? STAGES.probation, skill),
    accuracy: skillMean(skill),
    ...skillInterval(skill),
    judged: Math.round(right + wrong),
    answered: steps.reduce((sum, count) => sum + count, 0),
    medianMs: medianOfSteps(steps),
    suspendedReason: suspended_reason,
    suspendedEvidence: suspended_evidence ?? [],
  };
}
