import type { RecognitionRule } from "@sightline/contract/recognition";
import { STATES } from "../tasks/states";

/**
 * Weighed tasks with their answers, in the order in which these became final. Parameters: idRange. All by primary keys.
 */
export const WEIGHED_TASKS_STATEMENT = {
  name: "weighed_tasks",
  text: `
select o.id, o.kind, o.answers_count, o.recognition, o.closed_for, o.expires_at,
  coalesce(i.hints -> 'regsense' = 'true'::jsonb, false) as case_matters, a.workers, a.leases, a.answers
from open_task o
  left join task_input i on i.task_id = o.id and i.task_id between $2::bigint and $3::bigint
  cross join lateral (
    select array_agg(worker_id order by no) as workers, array_agg(lease_no order by no) as leases,
      array_agg(answer order by no) as answers
    from task_answer where task_id = o.id and task_id between $2::bigint and $3::bigint
  ) a
where o.id = any($1::bigint[]) and o.state = ${STATES.weighed}`,
} as const;

export interface WeighedTaskRow {
  id: number;
  kind: number;
  answers_count: number;
  recognition: RecognitionRule;
  closed_for: number | null;
  expires_at: Date;
  case_matters: boolean;
  workers: number[] | null;
  leases: number[] | null;
  answers: string[] | null;
}
