import { z } from "zod";

/**
 * What a customer tells the worker about an image, as protocol.md section 1.4 lists it. An absent field means
 * "not given". `numeric`: 1 digits, 2 letters, 3 digits or letters, 4 digits and letters. `textinstructions` is
 * shown as it came, so every screen that shows it must treat it as text.
 */
export const imageHintsSchema = z.object({
  phrase: z.literal(true).optional(),
  regsense: z.literal(true).optional(),
  numeric: z.number().int().min(1).max(4).optional(),
  calc: z.literal(true).optional(),
  minLen: z.number().int().min(1).max(20).optional(),
  maxLen: z.number().int().min(1).max(20).optional(),
  language: z.number().int().min(1).max(2).optional(),
  lang: z.string().max(8).optional(),
  textinstructions: z
    .string()
    .refine((text) => [...text].length <= 140)
    .optional(),
});
export type ImageHints = z.infer<typeof imageHintsSchema>;

export type HintBreach =
  | "too_short"
  | "too_long"
  | "not_numeric"
  | "not_letters"
  | "not_alphanumeric"
  | "not_mixed";

/**
 * The hard constraint that an answer breaks, or null. Lengths count Unicode code points. `phrase`, `regsense`,
 * `calc` and languages are advice: a picture may honestly disagree with them. Browser and server both ask this.
 */
export function hintBreach(hints: ImageHints, answer: string): HintBreach | null {
  const length = [...answer].length;
  if (hints.minLen !== undefined && length < hints.minLen) return "too_short";
  if (hints.maxLen !== undefined && length > hints.maxLen) return "too_long";
  switch (hints.numeric) {
    case 1:
      return /^[\p{N}\s.,:+\-/]+$/u.test(answer) ? null : "not_numeric";
    case 2:
      return /^[\p{L}\p{M}\s'’.-]+$/u.test(answer) ? null : "not_letters";
    case 3:
      return /^[\p{N}\s.,:+\-/]+$/u.test(answer) || /^[\p{L}\p{M}\s'’.-]+$/u.test(answer)
        ? null
        : "not_alphanumeric";
    case 4:
      return /\p{N}/u.test(answer) && /\p{L}/u.test(answer) ? null : "not_mixed";
    default:
      return null;
  }
}
