/** Nobody gets more than this many times what the workers get on average while somebody else is free. */
export const LOAD_MAX = 3;
/** Whoever has had this much gets no more: what is on its way at that moment must not lead beyond the bound. */
const LOAD_ENOUGH = 2.9;
/** Before anybody has had this many tasks, the bound says nothing. */
const LOAD_FREE = 10;

/**
 * Tasks of several answers go to those whose answers tell most, and would all go to the same few. Who has had this
 * much comes after everybody else; the laboratory in bench/quality keeps to the same bound.
 */
export function hasHadEnough(load: number, meanLoad: number): boolean {
  return load >= Math.max(LOAD_FREE, LOAD_ENOUGH * meanLoad);
}

/** How many tasks a worker has had lately, each counting less the longer ago it was. */
export class RecentLoad {
  #load = 0;
  #atMs = 0;

  note(nowMs: number): void {
    this.#load = this.at(nowMs) + 1;
    this.#atMs = nowMs;
  }

  at(nowMs: number): number {
    return this.#load * Math.exp((this.#atMs - nowMs) / SPAN_MS);
  }
}

/** After this long a task counts for a third: more than a pause, less than a shift. */
const SPAN_MS = 10 * 60_000;

/** Of the workers who are connected, those who have had enough. */
export function findSated(
  seats: Iterable<{ workerId: number; onlyOwn: boolean; load: RecentLoad }>,
  nowMs: number,
): ReadonlySet<number> {
  const loads = new Map<number, number>();
  let sum = 0;
  for (const { workerId, onlyOwn, load } of seats) {
    if (onlyOwn) continue;
    const lately = load.at(nowMs);
    loads.set(workerId, lately);
    sum += lately;
  }
  const sated = new Set<number>();
  for (const [workerId, load] of loads) if (hasHadEnough(load, sum / loads.size)) sated.add(workerId);
  return sated;
}
