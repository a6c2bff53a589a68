import type { RecognitionRule } from "@sightline/contract/recognition";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { hasHadEnough } from "@sightline/domain/dispatch/load-bound";
import { matchTasks, type Taker } from "@sightline/domain/dispatch/match-tasks";
import { type Doubt, doubtOf } from "@sightline/domain/quality/answer-value";
import { decide } from "@sightline/domain/quality/decide";
import { expectedSkill } from "@sightline/domain/quality/expected-skill";
import { judgeAnswers } from "@sightline/domain/quality/judge-answers";
import { learnSkill, NO_EVIDENCE, type Skill, skillMean } from "@sightline/domain/quality/skill";
import { textErrors } from "@sightline/domain/quality/text-errors";
import { type Witness, weighAnswers } from "@sightline/domain/quality/weigh-answers";
import type { SeededRandom } from "./seeded-random";
import { answerOf, type Picture, type SimulatedWorker } from "./world";

/** Of all workers, this many are free when a task wants its next answer. */
const FREE_AT_ONCE = 12;
const KIND = TASK_KINDS.image.number;
const KINDS: ReadonlySet<number> = new Set([KIND]);
const NOTHING: ReadonlySet<never> = new Set();

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
 * learned from the engine's own posteriors. With `route` dispatch's own ranking chooses among those who happen to be
 * free, otherwise chance. Nobody is among them who has had enough.
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
        !who.includes(id) && !hasHadEnough(loads.get(id) ?? 0, asked / crowd.length);
      const free = someFree(crowd, mayDo, random);
      const worker = route ? chosen(free, doubtOf(posterior), skillOf) : random.pick(free);
      loads.set(worker.id, (loads.get(worker.id) ?? 0) + 1);
      asked++;
      who.push(worker.id);
      witnesses.push({
        reading: answerOf(worker, picture, random),
        skill: skillMean(skillOf(worker.id)),
      });
      const nextSkill = expectedSkill(crowd.map(({ id }) => skillMean(skillOf(id))));
      const startMs = performance.now();
      posterior = weighAnswers(model, witnesses);
      const decision = decide(rule, posterior, { nextSkill });
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

/** Who of these gets the task by the ranking that the server uses, all of them idle for equally long. */
function chosen(
  free: readonly SimulatedWorker[],
  doubt: Doubt,
  skillOf: (id: number) => Skill,
): SimulatedWorker {
  const task = {
    taskId: 1,
    kindNumber: KIND,
    accountId: 0,
    triedBy: null,
    shareMicros: 0,
    onlyFor: null,
    language: null,
    minScore: null,
    doubt,
    gated: false,
  };
  const takers = free.map(({ id }) => takerOf(id, skillMean(skillOf(id))));
  const workerId = matchTasks([task], takers, [], { nowMs: 0 })[0]?.workerId;
  return free.find(({ id }) => id === workerId) as SimulatedWorker;
}

function takerOf(workerId: number, skill: number): Taker {
  return {
    workerId,
    idleSinceMs: 0,
    kinds: KINDS,
    ownKinds: KINDS,
    onlyOwn: false,
    skills: new Map([[KIND, skill]]),
    languages: NOTHING,
    favouredBy: NOTHING,
    linked: NOTHING,
    v3Score: null,
  };
}
