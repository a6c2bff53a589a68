import { z } from "zod";
import { TOKEN_MAX_LENGTH } from "./answers";
import { taskIdSchema } from "./work";

/**
 * What the worker's screen and the page inside the challenge frame say to each other. The page stands on another
 * origin and holds a vendor's widget and nothing of ours; all it gets is this configuration, and all it may say are
 * the messages below. Both ends check origin, source and nonce: a message without them is nobody's.
 */
export const challengePageSchema = z.object({
  kind: z.enum(["recaptcha_v2", "recaptcha_v3", "hcaptcha", "funcaptcha"]),
  siteKey: z.string(),
  /** Where the vendor's script is loaded from. */
  scriptUrl: z.url(),
  invisible: z.boolean(),
  enterprise: z.boolean(),
  action: z.string().nullable(),
  /** `data-s` of reCAPTCHA, `rqdata` of hCaptcha. */
  data: z.string().nullable(),
  /** FunCaptcha's `data[...]`. */
  dataFields: z.record(z.string(), z.string()).nullable(),
  /** The only page that is spoken to. */
  appOrigin: z.url(),
  nonce: z.string(),
});
export type ChallengePage = z.infer<typeof challengePageSchema>;

/** Why a widget gave no token: what the vendor's own page says, confirmed by the worker who sees it. */
export const WIDGET_TROUBLES = ["invalid_key", "invalid_domain", "value_expired", "network"] as const;
export type WidgetTrouble = (typeof WIDGET_TROUBLES)[number];

const FRAME = { from: z.literal("sightline-challenge"), nonce: z.string().min(1).max(100) };
export const frameMessageSchema = z.discriminatedUnion("type", [
  /** The widget stands there. */
  z.object({ ...FRAME, type: z.literal("ready") }),
  z.object({
    ...FRAME,
    type: z.literal("solved"),
    token: z.string().min(1).max(TOKEN_MAX_LENGTH),
    respKey: z.string().max(4_000).optional(),
  }),
  /** What the page noticed by itself. The worker confirms it, or says something else. */
  z.object({ ...FRAME, type: z.literal("trouble"), trouble: z.enum(WIDGET_TROUBLES) }),
]);
export type FrameMessage = z.infer<typeof frameMessageSchema>;

export const openFrameSchema = z.object({ taskId: taskIdSchema, leaseNo: z.number().int().positive() });
/** `challenges.openFrame`: the address that works once, and what its messages must carry. */
export interface ChallengeFrame {
  url: string;
  origin: string;
  nonce: string;
}
