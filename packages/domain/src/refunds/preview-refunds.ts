import {
  BULK_REFUND_DAY_MAX_MICROS,
  BULK_REFUND_MAX,
  type BulkRefundFilter,
  type BulkRefundPreview,
} from "@sightline/contract/refunds";
import { TASK_KINDS, taskKindOf } from "@sightline/contract/task-kinds";
import { firstIdAt, ID_EPOCH_MS } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { REPORT_STATES } from "../reports/report-states";
import { STATES } from "../tasks/states";
import { refundedSince } from "./refunded-since";
import { taskCharges } from "./task-charges";

/** Tasks that are looked at for one part of a set; those that cost nothing any more are left out of it. */
const LOOKED_AT_MAX = BULK_REFUND_MAX * 2;

/** A dry run: the answered tasks of one account that can be given back, and what that would move. Moves nothing. */
export async function previewRefunds(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { accountId, kind, workerId, fromMs, toMs }: BulkRefundFilter,
): Promise<BulkRefundPreview> {
  const owner = await ctx.pool.query<{ email: string | null }>(
    `select u.email from account a left join auth_user u on u.account_id = a.id
     where a.id = $1 and a.role = 'customer'`,
    [accountId],
  );
  if (owner.rows[0] === undefined) throw new Refusal("not_found", "There is no such customer.");
  const { rows } = await ctx.pool.query<Row>({
    ...TASKS_STATEMENT,
    values: [
      accountId,
      firstIdAt(Math.max(fromMs, ID_EPOCH_MS)),
      firstIdAt(Math.max(toMs, ID_EPOCH_MS)),
      kind === undefined ? null : TASK_KINDS[kind].number,
      workerId ?? null,
    ],
  });
  const asked = rows.filter(({ reported }) => !reported);
  const charges = await taskCharges(
    ctx.pool,
    asked.map(({ id }) => id),
  );
  const charged = new Map(charges.map(({ taskId, chargedMicros }) => [taskId, chargedMicros]));
  const costing = asked.filter(({ id }) => (charged.get(id) ?? 0) > 0);
  const tasks = costing.slice(0, BULK_REFUND_MAX).map((row) => ({
    taskId: row.id,
    kind: taskKindOf(row.kind),
    workerEmail: row.worker_email,
    chargedMicros: charged.get(row.id) ?? 0,
    acceptedAtMs: row.accepted_at.getTime(),
  }));
  const refunded24hMicros = await refundedSince(ctx, ctx.pool, accountId);
  return {
    email: owner.rows[0].email,
    tasks,
    micros: tasks.reduce((sum, { chargedMicros }) => sum + chargedMicros, 0),
    more: costing.length > BULK_REFUND_MAX || rows.length > LOOKED_AT_MAX,
    openReports: rows.length - asked.length,
    refunded24hMicros,
    leftTodayMicros: Math.max(0, BULK_REFUND_DAY_MAX_MICROS - refunded24hMicros),
  };
}

interface Row {
  id: number;
  kind: number;
  accepted_at: Date;
  worker_email: string | null;
  reported: boolean;
}

/** $1 account, $2 and $3 ids from and to, $4 kind or null, $5 worker or null. By task_account_idx. */
const TASKS_STATEMENT = {
  name: "tasks_to_refund",
  text: `
select t.id, t.kind, t.accepted_at, u.email as worker_email,
  exists (select from report r where r.task_id = t.id and r.state = ${REPORT_STATES.open}) as reported
from task t left join auth_user u on u.account_id = t.worker_id
where t.account_id = $1 and t.id >= $2 and t.id < $3 and t.state = ${STATES.answered} and not t.in_package
  and ($4::smallint is null or t.kind = $4) and ($5::int is null or t.worker_id = $5)
  and not exists (select from refund f where f.task_id = t.id)
order by t.id limit ${LOOKED_AT_MAX + 1}`,
} as const;
