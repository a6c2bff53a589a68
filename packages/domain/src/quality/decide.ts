import type { RecognitionRule } from "@sightline/contract/recognition";
import { answerValue, doubtOf } from "./answer-value";
import { expectedSkill } from "./expected-skill";
import type { Posterior, WeighedReading } from "./weigh-answers";

export type Decision<R> =
  | { verdict: "ask_again" }
  | { verdict: "agree"; best: WeighedReading<R> }
  | { verdict: "disagree" };

/** Another answer that would tell less than this is not worth its price. */
const WORTH_BITS = 0.02;
/**
 * What follows from the answers so far. `isLast`: no further answer can come (the task's life is over). `nextSkill`: the
 * chance that whoever answers next is right (expected-skill.ts), which is what another answer can tell.
 */
export function decide<R>(
  rule: RecognitionRule,
  posterior: Posterior<R>,
  {
    isLast = false,
    nextSkill = expectedSkill([]),
  }: { isLast?: boolean; nextSkill?: number | undefined } = {},
): Decision<R> {
  const answers = posterior.readings.reduce((sum, { witnesses }) => sum + witnesses.length, 0);
  const left = isLast ? 0 : Math.max(0, rule.answersMax - answers);
  if (answers < rule.answersMin && left > 0) return { verdict: "ask_again" };
  return rule.mode === "matches"
    ? byMatches(posterior, rule.matchesMin, left)
    : byConfidence(posterior, rule.confidenceMin, left, nextSkill);
}

/** Stops as soon as the rest cannot bring the matches any more: nobody is asked in vain. */
function byMatches<R>(posterior: Posterior<R>, matchesMin: number, left: number): Decision<R> {
  const [most] = posterior.readings.toSorted((a, b) => b.witnesses.length - a.witnesses.length);
  const matches = most?.witnesses.length ?? 0;
  if (most && matches >= matchesMin) return { verdict: "agree", best: most };
  return matches + left >= matchesMin && left > 0 ? { verdict: "ask_again" } : { verdict: "disagree" };
}

function byConfidence<R>(
  posterior: Posterior<R>,
  confidenceMin: number,
  left: number,
  nextSkill: number,
): Decision<R> {
  const [best] = posterior.readings;
  if (!best) return left > 0 ? { verdict: "ask_again" } : { verdict: "disagree" };
  if (best.probability >= confidenceMin || left === 0) return { verdict: "agree", best };
  return answerValue(doubtOf(posterior), nextSkill) >= WORTH_BITS
    ? { verdict: "ask_again" }
    : { verdict: "agree", best };
}
