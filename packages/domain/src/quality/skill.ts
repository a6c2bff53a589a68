import { betaQuantile } from "./beta-quantile";

/**
 * What is known of one worker in one kind of task: how many of the answers that could be judged were right, and how
 * many wrong. Both are sums of probabilities, since an answer is judged by the posterior of its task (or by a known
 * truth, which counts whole). Without evidence a worker is taken for somebody of `SKILL_PRIOR`.
 */
export interface Skill {
  right: number;
  wrong: number;
}

export const NO_EVIDENCE: Skill = { right: 0, wrong: 0 };
/** Somebody new is right three times in four, and this is believed as firmly as four answers would be. */
export const SKILL_PRIOR: Skill = { right: 3, wrong: 1 };
/** Evidence beyond this many answers pushes older evidence out: people learn, and accounts change hands. */
export const EVIDENCE_MAX = 400;

/** The chance that the worker's next answer is right: the mean of the Beta distribution. */
export function skillMean({ right, wrong }: Skill): number {
  return (right + SKILL_PRIOR.right) / (right + wrong + SKILL_PRIOR.right + SKILL_PRIOR.wrong);
}

/** Where that chance lies with 95 %. */
export function skillInterval({ right, wrong }: Skill): { low: number; high: number } {
  const a = right + SKILL_PRIOR.right;
  const b = wrong + SKILL_PRIOR.wrong;
  return { low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) };
}

/** The skill after one more answer, which was right with this probability (1 or 0 where the truth is known). */
export function learnSkill({ right, wrong }: Skill, rightProbability: number): Skill {
  const keep = Math.min(1, EVIDENCE_MAX / (right + wrong + 1));
  return { right: (right + rightProbability) * keep, wrong: (wrong + 1 - rightProbability) * keep };
}
