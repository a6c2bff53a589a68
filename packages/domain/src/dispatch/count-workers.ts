import type { DomainContext } from "../context";

export interface WorkerCount {
  workers: number;
  /** Those who have nothing to do. */
  idle: number;
}

/** A process that was not seen for this long has no workers any more. */
const SEEN_MS = 10_000;

/** Workers at all processes: here as they are, elsewhere as was last said. */
export async function countWorkers(
  ctx: Pick<DomainContext, "pool" | "floor" | "ids" | "clock">,
): Promise<WorkerCount> {
  const here = countWorkersHere(ctx);
  const { rows } = await ctx.pool.query<WorkerCount>({
    name: "workers_elsewhere",
    text: `select coalesce(sum(workers), 0)::int as workers, coalesce(sum(idle_workers), 0)::int as idle
           from process_load where node <> $1 and seen_at > $2`,
    values: [ctx.ids.node ?? NO_NODE, new Date(ctx.clock.nowMs() - SEEN_MS)],
  });
  const { workers = 0, idle = 0 } = rows[0] ?? {};
  return { workers: here.workers + workers, idle: here.idle + idle };
}

/** Says how many workers this process has; nothing while it has no number of its own. */
export async function sayWorkers(
  ctx: Pick<DomainContext, "pool" | "floor" | "ids" | "clock">,
): Promise<void> {
  const { node } = ctx.ids;
  if (node === null) return;
  const { workers, idle } = countWorkersHere(ctx);
  await ctx.pool.query({
    name: "say_workers",
    text: `insert into process_load (node, workers, idle_workers, seen_at) values ($1, $2, $3, $4)
           on conflict (node) do update set workers = excluded.workers, idle_workers = excluded.idle_workers,
             seen_at = excluded.seen_at`,
    values: [node, workers, idle, new Date(ctx.clock.nowMs())],
  });
}

/** No process has this number. */
const NO_NODE = -1;

function countWorkersHere({ floor }: Pick<DomainContext, "floor">): WorkerCount {
  let [workers, idle] = [0, 0];
  for (const seat of floor.seats()) {
    workers++;
    if (seat.isIdle) idle++;
  }
  return { workers, idle };
}
