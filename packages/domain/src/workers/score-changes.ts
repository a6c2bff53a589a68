import { SCORE_CAUSES, type ScoreCause, type ScoreChange } from "@sightline/contract/score";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";

const CHANGES_MAX = 100;
const CAUSE_BY_NUMBER = new Map<number, ScoreCause>(
  (Object.keys(SCORE_CAUSES) as ScoreCause[]).map((cause) => [SCORE_CAUSES[cause], cause]),
);

/** What changed a worker's scores, a line for each day, kind and cause, the newest first. By skill_change_worker_idx. */
export async function scoreChanges(
  { pool }: Pick<DomainContext, "pool">,
  workerId: number,
): Promise<ScoreChange[]> {
  const { rows } = await pool.query<{
    day: string;
    kind: number;
    cause: number;
    count: number;
    right: number;
    wrong: number;
  }>({
    name: "score_changes",
    text: `
      select to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD') as day, kind, cause, count(*)::int as count,
        sum(right_weight) as right, sum(wrong_weight) as wrong
      from skill_change where worker_id = $1
      group by 1, kind, cause order by 1 desc, kind, cause limit ${CHANGES_MAX}`,
    values: [workerId],
  });
  return rows.map(({ kind, cause, ...row }) => ({
    ...row,
    kind: taskKindOf(kind),
    cause: CAUSE_BY_NUMBER.get(cause) ?? "agreement",
  }));
}
