import type { Posterior } from "./weigh-answers";

/**
 * How probably each answer of a decided task was right, in the order of the answers: what its workers' skills learn
 * from (learnSkill). Null for a task with a single answer: nothing speaks for or against it but the skill itself.
 */
export function judgeAnswers<R>(posterior: Posterior<R>): number[] | null {
  const rights: number[] = [];
  for (const { probability, witnesses } of posterior.readings) {
    for (const i of witnesses) rights[i] = probability;
  }
  return rights.length < 2 ? null : rights;
}
