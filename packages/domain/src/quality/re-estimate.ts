import { setImmediate } from "node:timers/promises";
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
/** After so many tasks everything else in the process has its turn: some milliseconds. */
const TASKS_AT_ONCE = 100;

/**
 * Skills from all answers to one kind of task at once, after Dawid and Skene: weigh every task with the skills at
 * hand, judge every worker by the weights, and again until nothing moves. Unlike learning on the way it judges the
 * first answers of a worker with what was learned later. `known` is what is known of workers beside these answers (from
 * gold tasks, say): it counts in every round. The skills that come back hold it. Bounded: ROUNDS_MAX times the answers.
 * The laboratory in bench/quality and the server run this very code.
 */
export async function reEstimate<R>(
  tasks: readonly AgreedTask<R>[],
  known: ReadonlyMap<number, Skill> = new Map(),
): Promise<{ skills: Map<number, Skill>; posteriors: Posterior<R>[] }> {
  let skills = new Map(known);
  let posteriors: Posterior<R>[] = [];
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const before = skills;
    posteriors = await weighAll(tasks, before);
    skills = countRights(tasks, posteriors, known);
    if (furthestMove(before, skills) < SETTLED) break;
  }
  return { skills, posteriors };
}

async function weighAll<R>(
  tasks: readonly AgreedTask<R>[],
  skills: ReadonlyMap<number, Skill>,
): Promise<Posterior<R>[]> {
  const posteriors: Posterior<R>[] = [];
  for (const [i, { model, answers }] of tasks.entries()) {
    if (i % TASKS_AT_ONCE === 0) await setImmediate();
    const witnesses = answers.map(({ workerId, reading }) => ({
      reading,
      skill: skillMean(skills.get(workerId) ?? NO_EVIDENCE),
    }));
    posteriors.push(weighAnswers(model, witnesses));
  }
  return posteriors;
}

function countRights<R>(
  tasks: readonly AgreedTask<R>[],
  posteriors: readonly Posterior<R>[],
  known: ReadonlyMap<number, Skill>,
): Map<number, Skill> {
  const skills = new Map([...known].map(([workerId, skill]) => [workerId, { ...skill }]));
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
