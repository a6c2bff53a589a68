import type { OpenTaskRow } from "@sightline/contract/staff";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { STATES } from "../tasks/states";

const ROWS_MAX = 100;

/** The oldest open tasks, at most a hundred, with whose they are and who holds them. */
export async function listOpenTasks(ctx: Pick<DomainContext, "pool">): Promise<OpenTaskRow[]> {
  const { rows } = await ctx.pool.query<Row>({ ...OPEN_TASKS_STATEMENT, values: [ROWS_MAX] });
  return rows.map((row) => ({
    taskId: row.id,
    kind: taskKindOf(row.kind),
    state: openState(row.state),
    customerEmail: row.customer_email ?? "",
    workerEmail: row.worker_email,
    acceptedAtMs: row.accepted_at.getTime(),
    expiresAtMs: row.expires_at.getTime(),
    leaseUntilMs: row.lease_until?.getTime() ?? null,
    unreadableVotes: row.unreadable_votes,
  }));
}

const OPEN_STATES = ["queued", "reserved", "assigned", "given"] as const;

function openState(number: number): OpenTaskRow["state"] {
  const state = OPEN_STATES.find((name) => STATES[name] === number);
  if (state === undefined) throw new Error(`no open state has the number ${number}`);
  return state;
}

interface Row {
  id: number;
  kind: number;
  state: number;
  accepted_at: Date;
  expires_at: Date;
  lease_until: Date | null;
  unreadable_votes: number;
  customer_email: string | null;
  worker_email: string | null;
}

/** $1 rows. The hundred are found by the primary key before anything is joined. */
const OPEN_TASKS_STATEMENT = {
  name: "list_open_tasks",
  text: `
select t.id, t.kind, t.state, t.accepted_at, t.expires_at, t.lease_until, t.unreadable_votes,
  customer.email as customer_email, worker.email as worker_email
from (select * from open_task order by id limit $1) t
left join auth_user customer on customer.account_id = t.account_id
left join auth_user worker on worker.account_id = t.worker_id
order by t.id`,
} as const;
