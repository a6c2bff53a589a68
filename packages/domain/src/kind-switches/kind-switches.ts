import type { KindMode } from "@sightline/contract/floor";
import { type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";

/** Kinds that staff have drained or paused, in memory: every submission asks. Read at start, each second and on a hint. */
export class KindSwitches {
  #modes = new Map<TaskKind, KindMode>();
  /** The numbers of the kinds that are not handed out. */
  paused: ReadonlySet<number> = new Set();

  constructor(private readonly pool: Pool) {}

  async load(): Promise<void> {
    const { rows } = await this.pool.query<{ kind: number; mode: KindMode }>({
      name: "load_kind_switches",
      text: "select kind, mode from kind_switch",
    });
    this.#modes = new Map(rows.map(({ kind, mode }) => [taskKindOf(kind), mode]));
    this.paused = new Set(rows.filter(({ mode }) => mode === "pause").map(({ kind }) => kind));
  }

  /** Why no task of this kind is taken now, in words for the customer; null when they are taken. */
  refusalOf(kind: TaskKind): string | null {
    return this.#modes.size > 0 && this.#modes.has(kind)
      ? "This kind of task is not taken for the moment. Wait a few minutes, then send it again."
      : null;
  }
}
