import { z } from "zod";
import type { ShownEvidence } from "./abuse-signals";
import { type TaskKind, taskKindSchema } from "./task-kinds";
import { WORKER_LANGUAGES } from "./worker-languages";

/** How far a worker has come in a kind, by the number that is stored. */
export const STAGES = { training: 1, exam: 2, probation: 3, full: 4 } as const;
export type Stage = keyof typeof STAGES;

export function stageOf(number: number): Stage {
  const found = (Object.keys(STAGES) as Stage[]).find((name) => STAGES[name] === number);
  if (found === undefined) throw new Error(`no stage has the number ${number}`);
  return found;
}

/** Training shows what was right after each miss; the exam of a kind must be passed before its tasks come. */
const LESSON_TASKS = { tasks: 5, examTasks: 8, examRightMin: 6 } as const;
/** A kind is trained where staff have enough gold tasks of it for both. */
export const TRAINING = {
  ...LESSON_TASKS,
  materialMin: LESSON_TASKS.tasks + LESSON_TASKS.examTasks,
} as const;
/** Probation is over when so many answers could be judged, and such a share of them was right. */
export const PROBATION = { judgedMin: 12, rightShareMin: 0.8 } as const;

/** Of those past probation: 2 and 3 are reached by what is certain, the lower end of the interval. */
export type Level = 0 | 1 | 2 | 3;
export const LEVELS = { 2: { lowMin: 0.85, judgedMin: 20 }, 3: { lowMin: 0.93, judgedMin: 100 } } as const;

/** What is known of one worker in one kind. */
export interface KindScore {
  kind: TaskKind;
  stage: Stage;
  /** Answers of training or exam so far. */
  stageJudged: number;
  level: Level;
  /** The chance that the next answer is right, and where it lies with 95 %. */
  accuracy: number;
  low: number;
  high: number;
  /** Answers that could be judged, as far as they still count. */
  judged: number;
  /** Of the last 30 days. */
  answered: number;
  medianMs: number | null;
  /** Why they may not solve this kind; null: they may. */
  suspendedReason: string | null;
  suspendedEvidence: ShownEvidence[];
}

export const SCORE_CAUSES = { agreement: 1, report: 2, estimate: 3, gold: 4 } as const;
export type ScoreCause = keyof typeof SCORE_CAUSES;

/** What changed a score on one day; which single tasks were gold is not told. */
export interface ScoreChange {
  day: string;
  kind: TaskKind;
  cause: ScoreCause;
  count: number;
  right: number;
  wrong: number;
}

/** `score.mine` */
export interface WorkerScore {
  kinds: KindScore[];
  changes: ScoreChange[];
  languages: string[];
  v3Score: number | null;
  favouredBy: number;
  linkedTo: number;
}

/** `score.appeal`: against the suspension from one kind. */
export const appealKindSchema = z.object({
  kind: taskKindSchema,
  says: z.string().trim().min(3, "Say why").max(2_000),
});

/** `score.setLanguages` */
export const setLanguagesSchema = z.object({
  languages: z
    .array(
      z.string().refine((code) => WORKER_LANGUAGES.has(code), "Not a language that customers can ask for"),
    )
    .max(20),
});
