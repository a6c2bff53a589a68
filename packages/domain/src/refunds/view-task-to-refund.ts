import type { TaskToRefund } from "@sightline/contract/refunds";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type pg from "pg";
import { Refusal } from "../refusal";
import { REPORT_STATES } from "../reports/report-states";
import { taskCharges } from "./task-charges";

/** Why nothing of a task can be given back, in words for an admin. */
export const HINDRANCES: Record<NonNullable<TaskToRefund["hindrance"]>, string> = {
  refunded: "This task was refunded before.",
  reported: "A report of this task waits for a moderator, who decides about its money.",
  nothing_left: "This task has cost nothing that could be given back.",
};

/** What one ended task of a customer has cost, and whether something of it can be given back. */
export async function viewTaskToRefund(
  db: Pick<pg.ClientBase, "query">,
  taskId: number,
): Promise<TaskToRefund> {
  const [charge] = await taskCharges(db, [taskId]);
  const { rows } = await db.query<Row>({
    name: "task_to_refund",
    text: `
      select t.kind, t.accepted_at, c.email, w.email as worker_email,
        exists (select from report r where r.task_id = t.id and r.state = ${REPORT_STATES.open}) as reported
      from task t join account a on a.id = t.account_id and a.role = 'customer'
        left join auth_user c on c.account_id = t.account_id left join auth_user w on w.account_id = t.worker_id
      where t.id = $1`,
    values: [taskId],
  });
  const [row] = rows;
  if (row === undefined || charge === undefined)
    throw new Refusal("not_found", "There is no such task that has ended.");
  const { accountId, chargedMicros, refunded } = charge;
  return {
    taskId,
    accountId,
    email: row.email,
    kind: taskKindOf(row.kind),
    workerEmail: row.worker_email,
    acceptedAtMs: row.accepted_at.getTime(),
    chargedMicros,
    hindrance: refunded
      ? "refunded"
      : row.reported
        ? "reported"
        : chargedMicros === 0
          ? "nothing_left"
          : null,
  };
}

interface Row {
  kind: number;
  accepted_at: Date;
  email: string | null;
  worker_email: string | null;
  reported: boolean;
}
