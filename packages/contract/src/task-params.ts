import { z } from "zod";
import { imageHintsSchema } from "./image-hints";

/** How a test task can end without an answer: as the events of a real one would end it. */
export const TEST_ENDS = ["unreadable", "value_expired", "proxy_failed"] as const;

/**
 * What a customer says about a task of any kind, beside its files: the hints for text, and what the other kinds
 * need. An absent field means "not given"; defaults are filled in where a kind fixes them (`rows`, `cols`,
 * `minClicks`, `maxClicks`, `angle`). Stored with the task and shown to its worker; texts must be treated as text.
 */
export const taskParamsSchema = imageHintsSchema.extend({
  /** text: the question, at most 140 characters. */
  question: z.string().max(280).optional(),
  /** grid */
  rows: z.number().int().min(1).max(10).optional(),
  cols: z.number().int().min(1).max(10).optional(),
  imgType: z.enum(["funcaptcha", "funcaptcha_compare", "recaptcha"]).optional(),
  /** grid and points */
  minClicks: z.number().int().min(1).max(100).optional(),
  maxClicks: z.number().int().min(1).max(100).optional(),
  /** grid, box: "nothing matches" is an answer. */
  canNoAnswer: z.literal(true).optional(),
  /** rotate: the step in degrees. */
  angle: z.number().min(0.1).max(180).optional(),
  /** points, box: the JSON API answers places as lists of numbers, since the task came by that type. */
  coordinateLists: z.literal(true).optional(),
  /** Sent with a test key: how it ends, and never by a worker's hand. */
  test: z.union([z.object({ answer: z.string() }), z.object({ ends: z.enum(TEST_ENDS) })]).optional(),
  /** challenges */
  challenge: z
    .object({
      pageUrl: z.string(),
      siteKey: z.string(),
      invisible: z.literal(true).optional(),
      enterprise: z.literal(true).optional(),
      apiDomain: z.string().optional(),
      action: z.string().optional(),
      minScore: z.number().min(0.1).max(0.9).optional(),
      serviceUrl: z.string().optional(),
      data: z.string().optional(),
      dataFields: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
});
export type TaskParams = z.infer<typeof taskParamsSchema>;
export type ChallengeParams = NonNullable<TaskParams["challenge"]>;
