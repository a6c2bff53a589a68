import type { DomainContext } from "../context";

/** Somebody who showed to be ready counts as waiting for this long. */
export const READY_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
/** A look that came late counts no more than this: a process that was stopped has seen nobody work. */
const ELAPSED_MS_MAX = 20_000;

/**
 * Adds the time since the last look to the hour of every worker in this process who is active: a task is on the
 * screen, or the page is visible, the ready-check was answered in the last five minutes and no task was passed since.
 */
export async function countActiveTime(
  ctx: Pick<DomainContext, "pool" | "clock" | "floor" | "presence">,
  elapsedMs: number,
): Promise<number> {
  await keepNotes(ctx);
  const working: number[] = [];
  const waiting: number[] = [];
  for (const seat of ctx.floor.seats()) {
    if (seat.closed || !seat.ready) continue;
    (seat.current === null ? waiting : working).push(seat.workerId);
  }
  if (working.length + waiting.length === 0) return 0;
  const nowMs = ctx.clock.nowMs();
  const { rowCount } = await ctx.pool.query({
    name: "count_active_time",
    text: `insert into worker_hour as h (worker_id, hour, active_ms)
           select worker_id, $4, $5 from (
             select unnest($1::int[]) as worker_id
             union
             select worker_id from worker_presence where worker_id = any($2::int[]) and visible and ready_at > $3::timestamptz
           ) active
           on conflict (worker_id, hour) do update
             set active_ms = least(h.active_ms + excluded.active_ms, ${HOUR_MS}) where h.settled_at is null`,
    values: [
      working,
      waiting,
      new Date(nowMs - READY_MS),
      Math.floor(nowMs / HOUR_MS),
      Math.min(elapsedMs, ELAPSED_MS_MAX),
    ],
  });
  return rowCount ?? 0;
}

/** What acts have said since the last look. */
async function keepNotes(ctx: Pick<DomainContext, "pool" | "clock" | "presence">): Promise<void> {
  const notes = ctx.presence.take();
  if (notes.size === 0) return;
  const workerIds = [...notes.keys()].sort((a, b) => a - b);
  await ctx.pool.query({
    name: "keep_presence_notes",
    text: `insert into worker_presence as p (worker_id, visible, ready_at)
           select worker_id, true, case when ready then $3::timestamptz end
           from unnest($1::int[], $2::boolean[]) as n(worker_id, ready)
           on conflict (worker_id) do update set ready_at = excluded.ready_at`,
    values: [
      workerIds,
      workerIds.map((workerId) => notes.get(workerId) === "ready"),
      new Date(ctx.clock.nowMs()),
    ],
  });
}
