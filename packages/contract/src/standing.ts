import { z } from "zod";
import { evidenceSchema, type ShownEvidence } from "./abuse-signals";

/** Why an account is suspended, and until when; null stands for no end. */
export interface Suspension {
  reason: string;
  sinceMs: number;
  untilMs: number | null;
  /** What was measured, with its figures of that moment. */
  evidence: ShownEvidence[];
}

/** `standing.mine`: what anybody who is logged in may know of their own account. */
export interface Standing {
  suspension: Suspension | null;
  /** An appeal of theirs waits for a decision. */
  appealed: boolean;
}
/** `standing.appeal` */
export const appealSchema = z.object({ says: z.string().trim().min(3, "Say why").max(2_000) });

/** `staffAccounts.suspend` (admin); `untilMs` null: until somebody lifts it. */
export const suspendAccountSchema = z.object({
  accountId: z.number().int().positive().max(2_147_483_647),
  reason: z.string().trim().min(3, "Say why").max(500),
  untilMs: z.number().int().positive().nullable(),
  evidence: evidenceSchema,
});
/** `staffAccounts.liftSuspension` (admin) */
export const liftSuspensionSchema = suspendAccountSchema.omit({ untilMs: true, evidence: true });
