import type pg from "pg";
import { POSTINGS } from "../ledger/postings";
import { REPORT_STATES } from "../reports/report-states";

export interface TaskCharge {
  taskId: number;
  accountId: number;
  workerId: number | null;
  /** What the customer has paid for it and not been given back. */
  chargedMicros: number;
  /** What the worker was paid for it and still waits to be confirmed. */
  payMicros: number;
  /** A refund was given for it, and there is no second one. */
  refunded: boolean;
}

const codes = (side: "from" | "to", balance: "available" | "pending") =>
  Object.values(POSTINGS)
    .filter((posting) => posting[side] === balance)
    .map(({ code }) => code)
    .join(", ");

/**
 * What ended tasks have cost and paid so far, by the ledger alone: whatever postings a task has gone through, it is
 * the sum of what left and what came back. Tasks that are not there, or not ended, have no row.
 */
export async function taskCharges(
  db: Pick<pg.ClientBase, "query">,
  taskIds: readonly number[],
): Promise<TaskCharge[]> {
  const { rows } = await db.query<TaskCharge>({ ...CHARGES_STATEMENT, values: [taskIds] });
  return rows;
}

/** $1 tasks. One look into the ledger's primary key for each. */
const CHARGES_STATEMENT = {
  name: "task_charges",
  text: `
select t.id as "taskId", t.account_id as "accountId", t.worker_id as "workerId",
  greatest(m.charged, 0)::bigint as "chargedMicros",
  case when t.id > (select up_to_id from ledger_cursor where name = 'confirm_pay')
      or exists (select from report r where r.task_id = t.id and r.state = ${REPORT_STATES.open})
    then greatest(m.pay, 0) else 0 end::bigint as "payMicros",
  exists (select from refund f where f.task_id = t.id) as refunded
from task t cross join lateral (
  select
    coalesce(sum(micros) filter (where debit_id = t.account_id and code in (${codes("from", "available")})), 0)
    - coalesce(sum(micros) filter (where credit_id = t.account_id and code in (${codes("to", "available")})), 0) as charged,
    coalesce(sum(micros) filter (where credit_id = t.worker_id and code in (${codes("to", "pending")})), 0)
    - coalesce(sum(micros) filter (where debit_id = t.worker_id and code in (${codes("from", "pending")})), 0) as pay
  from transfer x where x.cause_id = t.id
) m
where t.id = any($1::bigint[])`,
} as const;
