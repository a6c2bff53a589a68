import type { TaskResult } from "./read-results-statement";

const OPEN_MAX = 100_000;
const ENDED_MAX = 20_000;
/** A task that was open this long ago is asked for again: another process may have ended it unheard. */
const OPEN_TRUSTED_MS = 1_000;
const UNHEARD_MAX = 10_000;
/** Of what is full, one part in this many is forgotten at once. */
const DROPPED_PART = 16;

/**
 * What this process remembers of tasks, so that most polls cost no query: which are open (trusted for a second)
 * and how the latest ones ended (final rows never change, so these are always right). Bounded; forgetting costs a
 * read. Also who waits for which task's end.
 */
export class TaskMemory {
  readonly #open = new Map<number, { accountId: number; seenMs: number }>();
  readonly #ended = new Map<number, { accountId: number; result: TaskResult }>();
  readonly #waiters = new Map<number, Set<() => void>>();
  readonly #unheard = new Map<number, number>();

  noteOpen(taskId: number, accountId: number, nowMs: number): void {
    if (this.#open.size >= OPEN_MAX) dropOldest(this.#open, OPEN_MAX / DROPPED_PART);
    this.#open.set(taskId, { accountId, seenMs: nowMs });
  }

  /** Whoever asks next gets the table's word. */
  forgetOpen(taskId: number): void {
    this.#open.delete(taskId);
  }

  noteEnded(taskId: number, accountId: number, result: TaskResult): void {
    this.#open.delete(taskId);
    if (this.#ended.size >= ENDED_MAX) dropOldest(this.#ended, ENDED_MAX / DROPPED_PART);
    this.#ended.set(taskId, { accountId, result });
    this.wake([taskId]);
  }

  /** Its customer was refused, since the database did not answer; if it did accept the task, nobody wants it. */
  noteUnheard(taskId: number, nowMs: number): void {
    if (this.#unheard.size >= UNHEARD_MAX) dropOldest(this.#unheard, 1);
    this.#unheard.set(taskId, nowMs);
  }

  /** Unheard tasks with the time at which their customers were refused. */
  unheard(): [taskId: number, sinceMs: number][] {
    return [...this.#unheard];
  }

  forgetUnheard(taskId: number): void {
    this.#unheard.delete(taskId);
  }

  /** The account and result as far as known without asking the database; null when it must be asked. */
  recall(taskId: number, nowMs: number): { accountId: number; result: TaskResult } | null {
    const ended = this.#ended.get(taskId);
    if (ended) return ended;
    const open = this.#open.get(taskId);
    if (open && nowMs - open.seenMs < OPEN_TRUSTED_MS) return { accountId: open.accountId, result: OPEN };
    return null;
  }

  /** Calls `wake` at the task's end or a hint of it; the returned function ends the waiting. */
  waitFor(taskId: number, wake: () => void): () => void {
    const waiters = this.#waiters.get(taskId) ?? new Set();
    waiters.add(wake);
    this.#waiters.set(taskId, waiters);
    return () => {
      waiters.delete(wake);
      if (waiters.size === 0) this.#waiters.delete(taskId);
    };
  }

  /** Wakes who waits for these tasks, or for any, after forgetting that they were open: the table will say. */
  wake(taskIds: readonly number[] | null): void {
    for (const taskId of taskIds ?? [...this.#waiters.keys()]) {
      this.#open.delete(taskId);
      for (const wake of this.#waiters.get(taskId) ?? []) wake();
    }
  }

  get waiting(): number {
    return this.#waiters.size;
  }
}

const OPEN: TaskResult = { state: "open" };

/** Many at a time: a Map that lost its first entries walks past all of their places to find the next. */
function dropOldest(map: Map<number, unknown>, count: number): void {
  let left = count;
  for (const key of map.keys()) {
    if (left-- <= 0) return;
    map.delete(key);
  }
}
