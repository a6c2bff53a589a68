import type { DeletionView } from "@sightline/contract/my-data";
import type { DomainContext } from "../context";

const COUNT_MAX = 1_000;

/** Whether an account is to be deleted, and what its holder should know about it. */
export async function viewDeletion(
  ctx: Pick<DomainContext, "pool">,
  accountId: number,
): Promise<DeletionView> {
  const { rows } = await ctx.pool.query<Row>({
    name: "view_account_deletion",
    text: `
      select a.available_micros, a.held_micros, a.pending_micros, a.threads_until, d.due_at,
        (select count(*)::int from (select from open_task where account_id = $1 limit ${COUNT_MAX}) o)
          + (select count(*)::int from open_task where worker_id = $1 and account_id <> $1) as open_tasks,
        (select count(*)::int from invoice where account_id = $1) as invoices
      from account a left join account_deletion d on d.account_id = a.id where a.id = $1`,
    values: [accountId],
  });
  const row = rows[0];
  if (row === undefined) throw new Error("an account without a row");
  return {
    dueAtMs: row.due_at?.getTime() ?? null,
    availableMicros: row.available_micros,
    heldMicros: row.held_micros,
    pendingMicros: row.pending_micros,
    openTasks: row.open_tasks,
    packageUntilMs: row.threads_until?.getTime() ?? null,
    invoices: row.invoices,
  };
}

interface Row {
  available_micros: number;
  held_micros: number;
  pending_micros: number;
  threads_until: Date | null;
  due_at: Date | null;
  open_tasks: number;
  invoices: number;
}
