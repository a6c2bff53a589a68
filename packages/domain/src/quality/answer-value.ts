import type { Posterior } from "./weigh-answers";

/** What it tells, in bits, to name a truth that nobody has named. */
const NAMING_BITS = 6;
/** The chance that a wrong answer repeats a reading that is there already. */
const REPEATS = 0.1;

/**
 * How much the next answer of a worker of this skill would tell about the truth, in bits: the mutual information
 * between the two. It grows with the skill and with the doubt that is left. Dispatch gives the task to the worker
 * whose answer tells most; the decision asks for another answer only while it tells enough.
 */
export function answerValue<R>({ readings, unseen }: Posterior<R>, skill: number): number {
  const wrong = 1 - skill;
  const repeated = readings.length === 0 ? 0 : (wrong * REPEATS) / readings.length;
  const something = wrong - repeated * Math.max(0, readings.length - 1);
  let bits = unseen * skill * NAMING_BITS;
  // Outcomes: each reading that is there, or a new one. Chances given each truth: right, a repeated error, a new one.
  let newOne = unseen * (1 - repeated * readings.length);
  for (const { probability } of readings) newOne += probability * something;
  for (const { probability } of readings) {
    const outcome = probability * skill + (1 - probability) * repeated;
    bits += probability * told(skill, outcome);
    bits += (1 - probability) * told(repeated, outcome);
    bits += probability * told(something, newOne);
  }
  return bits + unseen * told(1 - repeated * readings.length, newOne);
}

function told(chance: number, overall: number): number {
  return chance <= 0 || overall <= 0 ? 0 : chance * Math.log2(chance / overall);
}
