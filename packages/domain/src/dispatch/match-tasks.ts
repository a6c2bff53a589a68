import { TASK_KINDS, taskKindOf } from "@sightline/contract/task-kinds";
import { idTimeMs } from "@sightline/db/task-id";
import type { Doubt } from "../quality/answer-value";
import { NOBODYS_KIND } from "./challenge-gate";
import { fitOf, isEligible } from "./worker-fit";

/** A task that may be handed out, as the candidates statement reads it. */
export interface Candidate {
  taskId: number;
  kindNumber: number;
  accountId: number;
  triedBy: readonly number[] | null;
  shareMicros: number;
  /** The one account on whose screen it may appear; null: any worker's. */
  onlyFor: number | null;
  /** An ISO code, or `Cyrl` or `Latn`; null: any. */
  language: string | null;
  /** The least v3 score that its customer takes; null: any. */
  minScore: number | null;
  /** Takes several answers: what those so far leave open. Null: one answer ends it. */
  doubt: Doubt | null;
  /** A row says what else it must pass (sites/gated-tasks.ts). */
  gated: boolean;
}

/** A worker who may get one, and all that decides which. */
export interface Taker {
  workerId: number;
  idleSinceMs: number;
  /** The kinds (by number) that their screen can show and that they may solve. */
  kinds: ReadonlySet<number>;
  /** The kinds that their screen can show: what is for them alone may be of a kind they are still in training for. */
  ownKinds: ReadonlySet<number>;
  /** Takes only what is meant for this screen alone: a customer's sandbox. */
  onlyOwn: boolean;
  /** The chance that their next answer is right, by kind; somebody new is not in it. */
  skills: ReadonlyMap<number, number>;
  /** Languages that they have told us they know; empty: not told. */
  languages: ReadonlySet<string>;
  /** Customers whose first choice they are. */
  favouredBy: ReadonlySet<number>;
  /** Accounts they are linked with: never theirs. */
  linked: ReadonlySet<number>;
  /** Measured with the operator's own v3 key; null: not measured. */
  v3Score: number | null;
}

export interface Match {
  taskId: number;
  workerId: number;
  event: "assign" | "reserve";
}

/**
 * Each task that its customer has in hands already, or that ranks before it, counts against it like this much less
 * waiting: longer than most tasks live. So customers take turns, and a burst of ten thousand waits for itself.
 */
export const TURN_MS = 90_000;
/** A task that pays twice the usual ranks like one that has waited this much longer; bounded both ways. */
const RATE_MS = 4_000;
const RATE_MAX_MS = 8_000;
/** What is paid of a kind's first price where nobody has changed anything. */
const USUAL_SHARE = 0.6;
/** Who has had enough comes after everybody who has not. */
const SATED_MS = 10 * TURN_MS;
/** No pair fits better than this: where to stop looking. */
export const FIT_MAX_MS = 30_000;

interface Ranked extends Candidate {
  rankMs: number;
}

/**
 * Who gets what: pure, so that it can be read and tested without a database. Everything is weighed in milliseconds of
 * waiting. Tasks rank by age and pay, but customers take turns; a worker who is a customer's first choice comes first;
 * then whatever there is less of chooses: each idle worker, the longest idle before the others, the task that fits them
 * best, or each task the worker who fits it best; a task of several answers the one whose answer tells most of those who
 * have not had enough. Only what is left over is reserved for workers who are still busy,
 * one each: a reserved task would wait while somebody idle could take it.
 *
 * `held` counts the tasks of each customer that are in workers' hands; `sated` workers have had enough (load-bound.ts).
 */
export function matchTasks(
  candidates: readonly Candidate[],
  idle: readonly Taker[],
  busy: readonly Taker[],
  {
    nowMs,
    held = NONE_HELD,
    sated = NOBODY,
  }: { nowMs: number; held?: ReadonlyMap<number, number>; sated?: ReadonlySet<number> },
): Match[] {
  const left = rankTasks(candidates, nowMs, held);
  const free = [...idle];
  const matches: Match[] = [];
  serveFavourites(left, free, matches);
  if (left.length > free.length) for (const taker of free) takeBest(left, taker, "assign", matches);
  else for (const task of left.slice()) giveToBest(task, left, free, { nowMs, sated }, matches);
  for (const taker of busy) takeBest(left, taker, "reserve", matches);
  return matches;
}

const NONE_HELD: ReadonlyMap<number, number> = new Map();
const NOBODY: ReadonlySet<number> = new Set();

/** Best first. Within one customer by age and pay; between customers by turns. */
function rankTasks(
  candidates: readonly Candidate[],
  nowMs: number,
  held: ReadonlyMap<number, number>,
): Ranked[] {
  const byNeed = candidates
    .filter(({ kindNumber }) => kindNumber !== NOBODYS_KIND)
    .map((candidate) => ({ ...candidate, rankMs: nowMs - idTimeMs(candidate.taskId) + rateMs(candidate) }))
    .sort((a, b) => b.rankMs - a.rankMs || a.taskId - b.taskId);
  const turns = new Map<number, number>();
  const firstTurn = leastHeld(byNeed, held);
  for (const task of byNeed) {
    // What is for one screen alone waits as long as the tasks of whose turn it is, no more and no less.
    if (task.onlyFor !== null) {
      task.rankMs -= firstTurn * TURN_MS;
      continue;
    }
    const turn = turns.get(task.accountId) ?? held.get(task.accountId) ?? 0;
    turns.set(task.accountId, turn + 1);
    task.rankMs -= turn * TURN_MS;
  }
  return byNeed.sort((a, b) => b.rankMs - a.rankMs || a.taskId - b.taskId);
}

function leastHeld(tasks: readonly Candidate[], held: ReadonlyMap<number, number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { accountId, onlyFor } of tasks)
    if (onlyFor === null) least = Math.min(least, held.get(accountId) ?? 0);
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}

function rateMs({ shareMicros, kindNumber }: Candidate): number {
  const usual = TASK_KINDS[taskKindOf(kindNumber)].seedPriceMicros * USUAL_SHARE;
  if (shareMicros <= 0) return 0;
  return Math.max(-RATE_MAX_MS, Math.min(RATE_MAX_MS, RATE_MS * Math.log2(shareMicros / usual)));
}

/** An idle worker who is a customer's first choice gets this customer's best task before anybody chooses. */
function serveFavourites(left: Ranked[], free: Taker[], matches: Match[]): void {
  const favourites = free.filter(({ favouredBy }) => favouredBy.size > 0);
  for (const taker of favourites) {
    const index = left.findIndex((task) => taker.favouredBy.has(task.accountId) && isEligible(task, taker));
    if (index < 0) continue;
    take(left, index, taker, "assign", matches);
    free.splice(free.indexOf(taker), 1);
  }
}

function takeBest(left: Ranked[], taker: Taker, event: Match["event"], matches: Match[]): void {
  let best = -1;
  let bestMs = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < left.length; i++) {
    const task = left[i] as Ranked;
    if (task.rankMs + FIT_MAX_MS <= bestMs) break;
    if (!isEligible(task, taker)) continue;
    const scoreMs = task.rankMs + fitOf(task, taker);
    if (scoreMs > bestMs) {
      best = i;
      bestMs = scoreMs;
    }
  }
  if (best >= 0) take(left, best, taker, event, matches);
}

function giveToBest(
  task: Ranked,
  left: Ranked[],
  free: Taker[],
  { nowMs, sated }: { nowMs: number; sated: ReadonlySet<number> },
  matches: Match[],
): void {
  let best: Taker | null = null;
  let bestMs = Number.NEGATIVE_INFINITY;
  for (const taker of free) {
    if (!isEligible(task, taker)) continue;
    const satedMs = task.doubt !== null && sated.has(taker.workerId) ? SATED_MS : 0;
    const scoreMs = Math.min(nowMs - taker.idleSinceMs, TURN_MS) + fitOf(task, taker) - satedMs;
    if (scoreMs > bestMs) {
      best = taker;
      bestMs = scoreMs;
    }
  }
  if (!best) return;
  take(left, left.indexOf(task), best, "assign", matches);
  free.splice(free.indexOf(best), 1);
}

function take(
  left: Ranked[],
  index: number,
  { workerId }: Taker,
  event: Match["event"],
  matches: Match[],
): void {
  const [task] = left.splice(index, 1);
  if (task) matches.push({ taskId: task.taskId, workerId, event });
}

export function notServed(takers: readonly Taker[], matches: readonly Match[]): Taker[] {
  const served = new Set(matches.map(({ workerId }) => workerId));
  return takers.filter(({ workerId }) => !served.has(workerId));
}
