import type { ErrorModel } from "./error-model";
import { NO_EVIDENCE, type Skill, skillMean } from "./skill";
import { type Posterior, weighAnswers } from "./weigh-answers";

/** A task that several workers answered, whatever became of it. */
export interface AgreedTask<R> {
  model: ErrorModel<R>;
  answers: readonly { workerId: number; reading: R }[];
}

const ROUNDS_MAX = 15;
/** Skills that move less than this in a round are settled. */
const SETTLED = 0.001;

/**
 * Skills from all answers to one kind of task at once, after Dawid and Skene: weigh every task with the skills at
 * hand, judge every worker by the weights, and again until nothing moves. Unlike learning on the way it judges the
 * first answers of a worker with what was learned later. Bounded: ROUNDS_MAX times the answers.
 */
export function reEstimate<R>(tasks: readonly AgreedTask<R>[]): {
  skills: Map<number, Skill>;
  posteriors: Posterior<R>[];
} {
  let skills = new Map<number, Skill>();
  let posteriors: Posterior<R>[] = [];
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const before = skills;
    posteriors = tasks.map(({ model, answers }) =>
      weighAnswers(
        model,
        answers.map(({ workerId, reading }) => ({
          reading,
          skill: skillMean(before.get(workerId) ?? NO_EVIDENCE),
        })),
      ),
    );
    skills = countRights(tasks, posteriors);
    if (furthestMove(before, skills) < SETTLED) break;
  }
  return { skills, posteriors };
}

function countRights<R>(
  tasks: readonly AgreedTask<R>[],
  posteriors: readonly Posterior<R>[],
): Map<number, Skill> {
  const skills = new Map<number, Skill>();
  for (const [t, { answers }] of tasks.entries()) {
    for (const { probability, witnesses } of posteriors[t]?.readings ?? []) {
      for (const i of witnesses) {
        const workerId = answers[i]?.workerId ?? 0;
        const skill = skills.get(workerId) ?? { ...NO_EVIDENCE };
        skill.right += probability;
        skill.wrong += 1 - probability;
        skills.set(workerId, skill);
      }
    }
  }
  return skills;
}

function furthestMove(before: ReadonlyMap<number, Skill>, after: ReadonlyMap<number, Skill>): number {
  let furthest = 0;
  for (const [workerId, skill] of after) {
    const move = Math.abs(skillMean(skill) - skillMean(before.get(workerId) ?? NO_EVIDENCE));
    furthest = Math.max(furthest, move);
  }
  return furthest;
}
