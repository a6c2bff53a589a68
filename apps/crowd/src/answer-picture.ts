import { hintBreach, type ImageHints } from "@sightline/contract/image-hints";
import { guessAnswer } from "./guess-answer";
import type { KnownTruths } from "./known-truths";
import { misread } from "./misread";
import type { Random } from "./random";

export interface Reader {
  truths: KnownTruths;
  /** Share of known pictures that are misread, from 0 to 1. */
  errorRate: number;
  random: Random;
}

/**
 * What a simulated worker types: the truth of a known picture but for the errors, else something that keeps the hints.
 * Null when no text can keep them; that is a task to pass on, never one to call unreadable.
 */
export function answerPicture(
  { truths, errorRate, random }: Reader,
  picture: Uint8Array,
  hints: ImageHints,
): string | null {
  const truth = truths.of(picture);
  if (truth === undefined || hintBreach(hints, truth) !== null) return guessAnswer(hints, random);
  return random() < errorRate ? (misread(truth, hints, random) ?? truth) : truth;
}
