import type { Level, Stage } from "./score";
import type { TaskKind } from "./task-kinds";

/** `progress.mine`: what the work screen shows of the worker beside their work. */
export interface WorkProgress {
  /** Over the active time of the last 24 hours; null while there is too little of it. */
  perActiveHourMicros: number | null;
  /** How far they have come, for each kind in which it is written down. */
  kinds: Partial<Record<TaskKind, { stage: Stage; level: Level }>>;
}
