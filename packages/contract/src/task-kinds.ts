/**
 * The kinds of task, with what the protocol fixes for each: the number stored in the database, how long a
 * task may live, and how long a worker may hold it (protocol.md, "Where the sources are silent", rule 13).
 * Prices are data (table `kind_price`); the ones here only seed it, in micro-dollars a task.
 */
export const TASK_KINDS = {
  image: { number: 1, lifetimeMs: 90_000, leaseMs: 30_000, seedPriceMicros: 200 },
} as const;

export type TaskKind = keyof typeof TASK_KINDS;

const KIND_BY_NUMBER = new Map<number, TaskKind>(
  (Object.entries(TASK_KINDS) as [TaskKind, { number: number }][]).map(([kind, { number }]) => [
    number,
    kind,
  ]),
);

/** The kind a stored number stands for. Throws on a number that no version of the code has written. */
export function taskKindOf(number: number): TaskKind {
  const kind = KIND_BY_NUMBER.get(number);
  if (kind === undefined) throw new Error(`no task kind has the number ${number}`);
  return kind;
}

/** A task is not handed to a worker with less than this left of its lifetime. */
export const HANDOUT_MIN_LEFT_MS = 10_000;
/** How long after a lease's end an answer still counts, to forgive the network. */
export const LEASE_GRACE_MS = 2_000;
/** How long a worker may take an answer back before it becomes final. */
export const TAKE_BACK_MS = 1_500;
/** This many workers who call a task unreadable close it as unsolvable. */
export const UNREADABLE_VOTES = 3;
