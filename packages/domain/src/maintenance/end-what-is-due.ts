import { LEASE_GRACE_MS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { STATES, type TaskEventName } from "../tasks/states";
import { BATCH_MAX, type Service } from "./service";

/** Leases that ran out go back to the queue, after a grace for the network; nobody is paid or blamed. */
export const endLeases: Service = {
  name: "end-leases",
  everyMs: 250,
  runOnce: (ctx) =>
    settleDue(
      ctx,
      "lease_ended",
      `select id, lease_no from open_task
       where state = ${STATES.assigned} and lease_until <= $1::timestamptz order by lease_until limit ${BATCH_MAX}`,
      ctx.clock.nowMs() - LEASE_GRACE_MS,
    ),
};

/** Answers whose time to take back is over become final. Timers do this at once; this catches what they missed. */
export const confirmAnswers: Service = {
  name: "confirm-answers",
  everyMs: 250,
  runOnce: (ctx) =>
    settleDue(
      ctx,
      "grace_over",
      `select id, lease_no from open_task
       where state = ${STATES.given} and lease_until <= $1::timestamptz order by lease_until limit ${BATCH_MAX}`,
      ctx.clock.nowMs(),
    ),
};

/** Tasks that nobody holds when their lifetime ends are unsolvable, uncharged. */
export const expireTasks: Service = {
  name: "expire-tasks",
  everyMs: 250,
  runOnce: (ctx) =>
    settleDue(
      ctx,
      "expire",
      `select id, 0 as lease_no from open_task
       where state in (${STATES.queued}, ${STATES.reserved}) and expires_at <= $1::timestamptz
       order by expires_at limit ${BATCH_MAX}`,
      ctx.clock.nowMs(),
    ),
};

async function settleDue(
  ctx: DomainContext,
  event: TaskEventName,
  query: string,
  dueMs: number,
): Promise<number> {
  const { rows } = await ctx.hotPool.query<{ id: number; lease_no: number }>({
    name: `due_${event}`,
    text: query,
    values: [new Date(dueMs)],
  });
  await Promise.all(
    rows.map(({ id, lease_no }) =>
      ctx.lanes.settle.push([{ taskId: id, workerId: 0, leaseNo: lease_no, event }]),
    ),
  );
  return rows.length;
}
