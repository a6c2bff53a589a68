import type { ActOutcome, WorkAct } from "@sightline/contract/work";
import type { DomainContext } from "../context";
import { isFinal, STATES } from "./states";

/**
 * Why the compare-and-set refused an act: it had counted before (`done`: the outbox sent it again), the lease is
 * over, or there never was such a lease of this worker, which looks the same as a task that does not exist.
 */
export async function whyRefused(ctx: DomainContext, workerId: number, act: WorkAct): Promise<ActOutcome> {
  const { rows } = await ctx.pool.query<{
    state: number;
    worker_id: number | null;
    lease_no: number | null;
    tried: boolean;
    contributed: boolean;
  }>({
    name: "why_refused",
    text: `
      with stands as (
        select state, worker_id, lease_no, false as tried from task where id = $1::bigint
        union all
        select state, worker_id, lease_no, coalesce($2::int = any(tried_by), false) from open_task where id = $1::bigint
      )
      select s.*, exists (
        select from task_answer where task_id = $1::bigint and worker_id = $2::int and lease_no = $3::int
      ) as contributed from stands s`,
    values: [act.taskId, workerId, act.leaseNo],
  });
  const row = rows[0];
  if (!row) return "not_yours";
  const sameLease = row.worker_id === workerId && row.lease_no === act.leaseNo;
  if (sameLease && (isFinal(row.state) || row.state === STATES.given)) return "done";
  if (row.tried && (act.act === "pass" || act.act === "unreadable" || act.act === "widget_failed"))
    return "done";
  if (row.contributed && act.act === "answer") return "done";
  const wasHeld = sameLease || row.tried || ctx.floor.seatOf(workerId)?.heldRecently(act.taskId, act.leaseNo);
  return wasHeld ? "lease_ended" : "not_yours";
}
