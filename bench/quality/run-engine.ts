import type { RecognitionRule } from "@sightline/contract/recognition";
import { answerValue } from "@sightline/domain/quality/answer-value";
import { decide } from "@sightline/domain/quality/decide";
import { judgeAnswers } from "@sightline/domain/quality/judge-answers";
import { learnSkill, NO_EVIDENCE, type Skill, skillMean } from "@sightline/domain/quality/skill";
import { textErrors } from "@sightline/domain/quality/text-errors";
import { type Witness, weighAnswers } from "@sightline/domain/quality/weigh-answers";
import type { SeededRandom } from "./seeded-random";
import { answerOf, type Picture, type SimulatedWorker } from "./world";

/** Of all workers, this many are free when a task wants its next answer. */
const FREE_AT_ONCE = 12;
/** No worker does more than this many times the mean. */
export const LOAD_MAX = 3;
/** Before anybody has done this much, the bound says nothing. */
const LOAD_FREE = 10;

export interface Outcome {
  right: boolean;
  confidence: number;
  answers: number;
}

export interface EngineRun {
  outcomes: Outcome[];
  /** Of the busiest worker, against the mean. */
  loadRatio: number;
  /** CPU for one decision: weighing and deciding after an answer. */
  decisionMs: number;
}

/**
 * The engine on a crowd: for each picture one worker after the other until it decides. Skills start unknown and are
 * learned from the engine's own posteriors. With `route` the worker whose answer tells most is chosen among those who
 * happen to be free, otherwise any of them.
 */
export function runEngine(
  pictures: readonly Picture[],
  crowd: readonly SimulatedWorker[],
  rule: RecognitionRule,
  random: SeededRandom,
  { route = true }: { route?: boolean } = {},
): EngineRun {
  const model = textErrors(false);
  const skills = new Map<number, Skill>(crowd.map(({ id }) => [id, NO_EVIDENCE]));
  const loads = new Map<number, number>(crowd.map(({ id }) => [id, 0]));
  const skillOf = (id: number) => skills.get(id) ?? NO_EVIDENCE;
  let asked = 0;
  let decisionsMs = 0;
  const outcomes = pictures.map((picture): Outcome => {
    const witnesses: Witness<string>[] = [];
    const who: number[] = [];
    let posterior = weighAnswers(model, witnesses);
    for (;;) {
      const mayDo = (id: number) =>
        !who.includes(id) && (loads.get(id) ?? 0) < Math.max(LOAD_FREE, (LOAD_MAX * asked) / crowd.length);
      const free = someFree(crowd, mayDo, random);
      const worker = route
        ? best(free, ({ id }) => answerValue(posterior, skillMean(skillOf(id))))
        : random.pick(free);
      loads.set(worker.id, (loads.get(worker.id) ?? 0) + 1);
      asked++;
      who.push(worker.id);
      witnesses.push({
        reading: answerOf(worker, picture, random),
        skill: skillMean(skillOf(worker.id)),
      });
      const startMs = performance.now();
      posterior = weighAnswers(model, witnesses);
      const decision = decide(rule, posterior, { nextSkill: 0.8 });
      decisionsMs += performance.now() - startMs;
      if (decision.verdict === "ask_again") continue;
      for (const [i, right] of judgeAnswers(posterior)?.entries() ?? []) {
        const id = who[i] ?? 0;
        skills.set(id, learnSkill(skillOf(id), right));
      }
      if (decision.verdict === "disagree") return { right: false, confidence: 0, answers: who.length };
      const { reading, probability } = decision.best;
      return { right: reading === picture.truth, confidence: probability, answers: who.length };
    }
  });
  return {
    outcomes,
    loadRatio: (Math.max(...loads.values()) * crowd.length) / asked,
    decisionMs: decisionsMs / asked,
  };
}

function someFree(
  crowd: readonly SimulatedWorker[],
  mayDo: (id: number) => boolean,
  random: SeededRandom,
): SimulatedWorker[] {
  const free: SimulatedWorker[] = [];
  while (free.length < FREE_AT_ONCE) {
    const worker = random.pick(crowd);
    if (mayDo(worker.id)) free.push(worker);
  }
  return free;
}

function best<T>(items: readonly T[], worthOf: (item: T) => number): T {
  let chosen = items[0] as T;
  for (const item of items) if (worthOf(item) > worthOf(chosen)) chosen = item;
  return chosen;
}
