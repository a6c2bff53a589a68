import { z } from "zod";
import type { TaskKind } from "./task-kinds";
import { taskIdSchema } from "./work";

export const REPORT_DECISIONS = [
  "good",
  "open",
  "accepted",
  "refused",
  "refunded",
  "ambiguous",
  "unsolvable",
] as const;
/**
 * `open` waits for a moderator; `refunded` is a token's, given back at once; `ambiguous` and `unsolvable` pictures are
 * given back too, and nobody was wrong.
 */
export type ReportDecision = (typeof REPORT_DECISIONS)[number];

export interface ReportRow {
  taskId: number;
  kind: TaskKind;
  decision: ReportDecision;
  answer: string | null;
  reportedAtMs: number;
  decidedAtMs: number | null;
  /** What came back for it. */
  refundedMicros: number;
  imageUrl: string | null;
}

export const reportsSchema = z.object({
  decision: z.enum(REPORT_DECISIONS).optional(),
  before: taskIdSchema.optional(),
});
/**
 * Over-reporting: from `judgedMin` on, no more reports of wrong answers are taken while more than `wrongShareMax` of what
 * is counted was about right answers.
 */
export const OVER_REPORTING = { judgedMin: 10, wrongShareMax: 0.4 } as const;

export interface ReportsPage {
  rows: ReportRow[];
  /** Of the account's last hundred decided reports of wrong answers, how many were about right ones. */
  decided: { judged: number; wrong: number };
  nextBefore: number | null;
}

/** `reports.scoreBands`: what was said of v3 tokens, by the score of the workers who gave them. */
export interface V3ScoreBand {
  /** 0.1 to 0.9. */
  score: number;
  good: number;
  bad: number;
}

const verdict = z.enum(["good", "bad"]);
/** Several at once: each has its own outcome. */
export const reportTasksSchema = z.object({ taskIds: z.array(taskIdSchema).min(1).max(20), verdict });
export interface TaskReported {
  taskId: number;
  recorded: boolean;
  /** Why not, in words. */
  says: string | null;
  refundedMicros: number;
}
