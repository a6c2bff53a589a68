import { TASK_KINDS, type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { STATES } from "./states";

export interface TaskFigures {
  /** Tasks that ended by this process's hand since it started. */
  ended: { kind: TaskKind; outcome: string; count: number }[];
  /** How long the oldest queued task of each kind has waited; 0 when none waits. */
  oldestQueued: { kind: TaskKind; waitedMs: number }[];
}

/** What operators watch about tasks: one indexed read and this process's counters. */
export async function readTaskFigures(ctx: DomainContext): Promise<TaskFigures> {
  const { rows } = await ctx.pool.query<{ kind: number; oldest: Date }>({
    name: "oldest_queued",
    text: `select kind, min(accepted_at) as oldest from open_task where state = ${STATES.queued} group by kind`,
  });
  const oldest = new Map(rows.map(({ kind, oldest: at }) => [taskKindOf(kind), at.getTime()]));
  const nowMs = ctx.clock.nowMs();
  return {
    ended: ctx.endings.counts(),
    oldestQueued: (Object.keys(TASK_KINDS) as TaskKind[]).map((kind) => ({
      kind,
      waitedMs: Math.max(0, nowMs - (oldest.get(kind) ?? nowMs)),
    })),
  };
}

/** Counts of tasks that ended, by kind and outcome: `answered`, or the reason of an unsolvable one. */
export class Endings {
  readonly #counts = new Map<string, { kind: TaskKind; outcome: string; count: number }>();

  add(kind: TaskKind, outcome: string): void {
    const key = `${kind}/${outcome}`;
    const entry = this.#counts.get(key) ?? { kind, outcome, count: 0 };
    entry.count++;
    this.#counts.set(key, entry);
  }

  counts(): { kind: TaskKind; outcome: string; count: number }[] {
    return [...this.#counts.values()];
  }
}
