import type { Posterior } from "./weigh-answers";

/** How probable each reading of a task is; what is left of 1 is that nobody has named the truth. Empty: no answer yet. */
export type Doubt = readonly number[];

/** What it tells, in bits, to name a truth that nobody has named. */
const NAMING_BITS = 6;
/** The chance that a wrong answer repeats a reading that is there already. */
const REPEATS = 0.1;

/** A posterior as its task carries it through the queue. */
export function doubtOf({ readings }: Posterior<unknown>): Doubt {
  return readings.map(({ probability }) => probability);
}

/**
 * How much the next answer of a worker of this skill would tell about the truth, in bits: the mutual information
 * between the two. It grows with the skill and with the doubt that is left. Dispatch prefers the worker whose answer
 * tells more (dispatch/worker-fit.ts); the decision asks for another answer only while it tells enough (decide.ts).
 */
export function answerValue(doubt: Doubt, skill: number): number {
  const wrong = 1 - skill;
  const repeated = doubt.length === 0 ? 0 : (wrong * REPEATS) / doubt.length;
  const something = wrong - repeated * Math.max(0, doubt.length - 1);
  let unseen = 1;
  for (const probability of doubt) unseen -= probability;
  unseen = Math.max(0, unseen);
  let bits = unseen * skill * NAMING_BITS;
  // Outcomes: each reading that is there, or a new one. Chances given each truth: right, a repeated error, a new one.
  let newOne = unseen * (1 - repeated * doubt.length);
  for (const probability of doubt) newOne += probability * something;
  for (const probability of doubt) {
    const outcome = probability * skill + (1 - probability) * repeated;
    bits += probability * told(skill, outcome);
    bits += (1 - probability) * told(repeated, outcome);
    bits += probability * told(something, newOne);
  }
  return bits + unseen * told(1 - repeated * doubt.length, newOne);
}

function told(chance: number, overall: number): number {
  return chance <= 0 || overall <= 0 ? 0 : chance * Math.log2(chance / overall);
}
