/** `estimates.list`: an estimate of all skills anew from all answers. */
export interface EstimateRun {
  id: number;
  /** Who asked for it; null: it is a night's own. */
  askedBy: string | null;
  askedAtMs: number;
  finishedAtMs: number | null;
  tasks: number;
  answers: number;
  /** Skills that moved, and by how much the one that moved furthest (of 1). */
  moved: number;
  furthest: number;
}
