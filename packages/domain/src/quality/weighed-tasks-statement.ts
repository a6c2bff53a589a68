import type { RecognitionRule } from "@sightline/contract/recognition";
import { STATES } from "../tasks/states";

/**
 * Weighed tasks with their answers, in the order in which these became final, and what is known of who gave them.
 * Parameters: idRange. All by primary keys.
 */
export const WEIGHED_TASKS_STATEMENT = {
  name: "weighed_tasks",
  text: `
select o.id, o.kind, o.answers_count, o.recognition, o.closed_for, o.expires_at,
  coalesce(i.hints -> 'regsense' = 'true'::jsonb, false) as case_matters, a.workers, a.leases, a.answers,
  a.rights, a.wrongs
from open_task o
  left join task_input i on i.task_id = o.id and i.task_id between $2::bigint and $3::bigint
  cross join lateral (
    select array_agg(t.worker_id order by t.no) as workers, array_agg(t.lease_no order by t.no) as leases,
      array_agg(t.answer order by t.no) as answers,
      array_agg(coalesce(s.right_weight, 0) order by t.no) as rights,
      array_agg(coalesce(s.wrong_weight, 0) order by t.no) as wrongs
    from task_answer t left join worker_standing s on s.worker_id = t.worker_id and s.kind = o.kind
    where t.task_id = o.id and t.task_id between $2::bigint and $3::bigint
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
  /** The weights of worker_standing for each answer's worker, in this kind. */
  rights: number[] | null;
  wrongs: number[] | null;
}
