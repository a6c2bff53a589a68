import { z } from "zod";
import { isChallenge, TASK_KIND_NAMES, type TaskKind, taskKindSchema } from "./task-kinds";

/** No task takes more answers than this, whatever is asked for. */
export const ANSWERS_MAX = 10;
/** How many a request that names only a confidence may use, where its account says nothing else. */
export const ANSWERS_MAX_USUAL = 5;
export const CONFIDENCE_BOUNDS = { min: 0.5, max: 0.999 } as const;

/** Kinds that people can recognise again: every kind but live challenges. */
export const RECOGNITION_KINDS = TASK_KIND_NAMES.filter((kind) => !isChallenge(kind));

const answersSchema = z.number().int().min(1).max(ANSWERS_MAX);

/**
 * How many answers a task may use and when they are enough. In 100 % recognition (`matches`) `matchesMin` answers must
 * agree; in confidence mode the best reading must be as probable as `confidenceMin`.
 */
export const recognitionRuleSchema = z
  .discriminatedUnion("mode", [
    z.object({
      mode: z.literal("matches"),
      answersMin: answersSchema,
      answersMax: answersSchema,
      matchesMin: z.number().int().min(2).max(ANSWERS_MAX),
    }),
    z.object({
      mode: z.literal("confidence"),
      answersMin: answersSchema,
      answersMax: answersSchema,
      confidenceMin: z.number().min(CONFIDENCE_BOUNDS.min).max(CONFIDENCE_BOUNDS.max),
    }),
  ])
  .refine(({ answersMin, answersMax }) => answersMin <= answersMax, {
    message: "The fewest answers cannot be more than the most",
    path: ["answersMin"],
  })
  .refine((rule) => rule.mode !== "matches" || rule.matchesMin <= rule.answersMax, {
    message: "More answers must agree than may be asked for",
    path: ["matchesMin"],
  });
export type RecognitionRule = z.infer<typeof recognitionRuleSchema>;

/** `recognition.set`: null means one answer, as without any setting. */
export const setRecognitionSchema = z.object({
  kind: taskKindSchema.refine((kind) => !isChallenge(kind)),
  rule: recognitionRuleSchema.nullable(),
});

/** `recognition.list`: a row for each kind that can be recognised. */
export interface RecognitionRow {
  kind: TaskKind;
  rule: RecognitionRule | null;
}
