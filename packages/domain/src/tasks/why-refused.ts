import type { ActOutcome, WorkAct } from "@sightline/contract/work";
import type { DomainContext } from "../context";
import { STATES } from "./states";

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
  }>({
    name: "why_refused",
    text: `
      select state, worker_id, lease_no, false as tried from task where id = $1::bigint
      union all
      select state, worker_id, lease_no, coalesce($2::int = any(tried_by), false) from open_task where id = $1::bigint`,
    values: [act.taskId, workerId],
  });
  const row = rows[0];
  if (!row) return "not_yours";
  const sameLease = row.worker_id === workerId && row.lease_no === act.leaseNo;
  if (sameLease && (row.state >= STATES.answered || row.state === STATES.given)) return "done";
  if (row.tried && (act.act === "pass" || act.act === "unreadable")) return "done";
  const wasHeld = sameLease || row.tried || ctx.floor.seatOf(workerId)?.heldRecently(act.taskId, act.leaseNo);
  return wasHeld ? "lease_ended" : "not_yours";
}
