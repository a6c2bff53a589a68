import { z } from "zod";
import { TOKEN_MAX_LENGTH } from "./answers";

/** `challenges.score`: what is known of the worker's own v3 score, and whether it is time to measure it. */
export interface V3ScoreState {
  /** Whether this server measures scores at all. */
  offered: boolean;
  consented: boolean;
  score: number | null;
  measuredAtMs: number | null;
  lastFailure: string | null;
  /** The screen opens the measuring frame by itself. */
  due: boolean;
}

export const v3ConsentSchema = z.object({ consented: z.boolean() });
export const v3TokenSchema = z.object({ token: z.string().min(1).max(TOKEN_MAX_LENGTH) });

/** The action that a measured token is bound to. */
export const V3_SCORE_ACTION = "sightline_score";

/** What siteverify answers, as far as it is read. */
export const v3VerdictSchema = z.object({
  success: z.boolean(),
  score: z.number().min(0).max(1).optional(),
  action: z.string().optional(),
  "error-codes": z.array(z.string().max(100)).max(10).optional(),
});
