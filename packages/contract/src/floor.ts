import { z } from "zod";
import { type TaskKind, taskKindSchema } from "./task-kinds";

/** How many of the minutes since measuring began, 30 days at most, the service ran and could do its work. */
export interface Uptime {
  /** 0 to 1; null before the first whole minute. */
  share: number | null;
  sinceMs: number | null;
}

/**
 * `drain`: no new tasks are taken, those that are here are worked off. `pause`: none are handed out either; who works
 * on one finishes it.
 */
export const KIND_MODES = ["drain", "pause"] as const;
export type KindMode = (typeof KIND_MODES)[number];
export interface KindSwitchRow {
  kind: TaskKind;
  /** Null: open. */
  mode: KindMode | null;
  reason: string | null;
  setByEmail: string | null;
  setAtMs: number | null;
}
/** `floor.switchKind` (admin): null opens it again. */
export const switchKindSchema = z.object({
  kind: taskKindSchema,
  mode: z.enum(KIND_MODES).nullable(),
  reason: z.string().trim().min(3, "Say why").max(500),
});

/** What somebody should look at now. */
export type FloorAlarm =
  | { alarm: "tasks_wait_long"; kind: TaskKind; oldestMs: number }
  | { alarm: "many_unsolved"; kind: TaskKind; share: number }
  | { alarm: "nobody_at_work"; queued: number }
  | { alarm: "ledger_off"; micros: number };

/** `floor.health` (staff) */
export interface FloorHealth {
  uptime: Uptime;
  /** The last hour: probes that were made, and those among them that found something wrong. */
  lastHour: { made: number; failed: number; expected: number };
  lastProblem: { says: string; atMs: number } | null;
  tookP95Ms: number | null;
}
