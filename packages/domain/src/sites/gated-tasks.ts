import type { DomainContext } from "../context";

/** What holds a task back at the gate, beside what its own kind asks for. */
export interface TaskGate {
  /** The host whose site must stand; null where the task itself names it. */
  host: string | null;
  /** Nobody gets the task before. */
  heldUntilMs: number | null;
}

/** To be called before the task is made: from its first moment on every process sees its gate. */
export async function gateTask(
  ctx: Pick<DomainContext, "pool" | "clock">,
  taskId: number,
  { host, heldUntilMs }: TaskGate,
): Promise<void> {
  await ctx.pool.query({
    name: "gate_task",
    text: `insert into gated_task (task_id, host, held_until, created_at) values ($1, $2, $3, $4)
           on conflict (task_id) do update set host = excluded.host, held_until = excluded.held_until`,
    values: [taskId, host, heldUntilMs === null ? null : new Date(heldUntilMs), new Date(ctx.clock.nowMs())],
  });
}

/** The task is held no longer, in any process. */
export async function releaseTask(
  ctx: Pick<DomainContext, "pool" | "hints" | "floor">,
  taskId: number,
): Promise<void> {
  await ctx.pool.query({
    name: "release_task",
    text: "update gated_task set held_until = null where task_id = $1",
    values: [taskId],
  });
  ctx.hints.changed("gates");
  ctx.floor.dispatcher.wake();
}

/** One indexed read, made only when a task that is gated is among those that may be handed out. */
export async function gatesOf(
  ctx: Pick<DomainContext, "hotPool">,
  taskIds: readonly number[],
): Promise<ReadonlyMap<number, TaskGate>> {
  const { rows } = await ctx.hotPool.query<{ task_id: number; host: string | null; held_until: Date | null }>(
    {
      name: "gates_of_tasks",
      text: "select task_id, host, held_until from gated_task where task_id = any($1::bigint[])",
      values: [taskIds],
    },
  );
  return new Map(
    rows.map(({ task_id, host, held_until }) => [
      task_id,
      { host, heldUntilMs: held_until?.getTime() ?? null },
    ]),
  );
}
