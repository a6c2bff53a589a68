import { LEASE_GRACE_MS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { STATES, type TaskEventName } from "../tasks/states";
import { BATCH_MAX, type Service } from "./service";

/** What is due, the longest due first: leases and graces by open_task_lease_idx, lifetimes by open_task_expiry_idx. */
export const DUE_STATEMENTS = {
  lease_ended: due("lease_ended", "lease_until", [STATES.assigned]),
  grace_over: due("grace_over", "lease_until", [STATES.given]),
  expire: due("expire", "expires_at", [STATES.queued, STATES.reserved]),
} as const;

function due(event: TaskEventName, end: string, states: readonly number[]): { name: string; text: string } {
  return {
    name: `due_${event}`,
    text: `
select id, lease_no from open_task
where ${end} <= $1::timestamptz and state in (${states.join(", ")}) order by ${end} limit ${BATCH_MAX}`,
  };
}

/** Leases that ran out go back to the queue, after a grace for the network; nobody is paid or blamed. */
export const endLeases: Service = {
  name: "end-leases",
  everyMs: 250,
  runOnce: (ctx) => settleDue(ctx, "lease_ended", ctx.clock.nowMs() - LEASE_GRACE_MS),
};

/** Answers whose time to take back is over become final. Timers do this at once; this catches what they missed. */
export const confirmAnswers: Service = {
  name: "confirm-answers",
  everyMs: 250,
  runOnce: (ctx) => settleDue(ctx, "grace_over", ctx.clock.nowMs()),
};

/** Tasks that nobody holds when their lifetime ends are unsolvable, uncharged. */
export const expireTasks: Service = {
  name: "expire-tasks",
  everyMs: 250,
  runOnce: (ctx) => settleDue(ctx, "expire", ctx.clock.nowMs()),
};

async function settleDue(
  ctx: DomainContext,
  event: keyof typeof DUE_STATEMENTS,
  dueMs: number,
): Promise<number> {
  const { rows } = await ctx.hotPool.query<{ id: number; lease_no: number }>({
    ...DUE_STATEMENTS[event],
    values: [new Date(dueMs)],
  });
  await Promise.all(
    rows.map(({ id, lease_no }) =>
      // A task that is queued keeps the number of its last lease; expiry asks for none.
      ctx.lanes.settle.push([{ taskId: id, workerId: 0, leaseNo: event === "expire" ? 0 : lease_no, event }]),
    ),
  );
  return rows.length;
}
