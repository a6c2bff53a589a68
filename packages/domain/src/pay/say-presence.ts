import type { DomainContext } from "../context";

/** The work page says whether it is visible, and that the person answered the ready-check. */
export async function sayPresence(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { workerId, visible, ready }: { workerId: number; visible: boolean; ready: boolean },
): Promise<void> {
  await ctx.pool.query({
    name: "say_presence",
    text: `insert into worker_presence as p (worker_id, visible, ready_at) values ($1, $2, $3)
           on conflict (worker_id) do update set visible = excluded.visible, ready_at = coalesce(excluded.ready_at, p.ready_at)`,
    values: [workerId, visible, ready ? new Date(ctx.clock.nowMs()) : null],
  });
}
