import { answerValue } from "../quality/answer-value";
import { NO_EVIDENCE, skillMean } from "../quality/skill";
import type { Candidate, Taker } from "./match-tasks";

/** How much a worker who is always right outranks one who never is, in ms of waiting. */
const SKILL_MS = 10_000;
/** How much it outranks that an answer tells a bit more than can be expected, where a task takes several. */
const BIT_MS = 10_000;
/** What a worker is measured against; the same for all, so that it decides nothing between them. */
const USUAL_SKILL = 0.8;
const SKILL_UNKNOWN = skillMean(NO_EVIDENCE);
const LANGUAGE_MS = 8_000;
/** Where a customer states no least v3 score, workers with a better one are preferred (protocol.md, rule 26). */
const SCORE_MS = 4_000;

/** Whether this worker may get this task at all. */
export function isEligible(task: Candidate, taker: Taker): boolean {
  if (task.onlyFor !== null ? task.onlyFor !== taker.workerId : taker.onlyOwn) return false;
  if (!(task.onlyFor === null ? taker.kinds : taker.ownKinds).has(task.kindNumber)) return false;
  if (task.triedBy?.includes(taker.workerId) || taker.linked.has(task.accountId)) return false;
  // A bound that was given is one: who was never measured is not known to be above it (protocol.md, rule 26).
  return task.minScore === null || (taker.v3Score !== null && taker.v3Score >= task.minScore);
}

/** How well they go together against anybody who may come next, in ms of waiting: at most match-tasks' FIT_MAX_MS. */
export function fitOf(task: Candidate, taker: Taker): number {
  const skill = taker.skills.get(task.kindNumber) ?? SKILL_UNKNOWN;
  return skillMs(task, skill) + languageMs(task.language, taker.languages) + (taker.v3Score ?? 0) * SCORE_MS;
}

/**
 * One answer that is all there is: the better the worker, the better. Of several: what this worker's would tell beyond
 * what can be expected, so that good workers go where doubt is left, and others where it matters least who answers.
 */
function skillMs({ doubt }: Candidate, skill: number): number {
  if (doubt === null) return (skill - USUAL_SKILL) * SKILL_MS;
  return (answerValue(doubt, skill) - answerValue(doubt, USUAL_SKILL)) * BIT_MS;
}

function languageMs(language: string | null, known: ReadonlySet<string>): number {
  if (language === null || known.size === 0) return 0;
  return known.has(language) ? LANGUAGE_MS : -LANGUAGE_MS;
}
