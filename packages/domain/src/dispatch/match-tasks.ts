/** A task that may be handed out, as the candidates statement reads it, oldest first. */
export interface Candidate {
  taskId: number;
  kindNumber: number;
  accountId: number;
  triedBy: readonly number[] | null;
}

/** A worker who may get one, and the kinds (by number) that their screen can show. */
export interface Taker {
  workerId: number;
  kinds: ReadonlySet<number>;
}

export interface Match {
  taskId: number;
  workerId: number;
  event: "assign" | "reserve";
}

/**
 * Who gets what: pure, so that it can be read and tested without a database. Idle workers come first, the longest
 * idle before the others, each with the oldest task that they can solve and have not had yet. Only what is left over
 * is reserved for workers who are still busy, one each: a reserved task would wait while somebody idle could take it.
 */
export function matchTasks(
  candidates: readonly Candidate[],
  idle: readonly Taker[],
  busy: readonly Taker[],
): Match[] {
  const left = [...candidates];
  const matches: Match[] = [];
  for (const taker of idle) takeOldest(left, taker, "assign", matches);
  for (const taker of busy) takeOldest(left, taker, "reserve", matches);
  return matches;
}

function takeOldest(
  left: Candidate[],
  { workerId, kinds }: Taker,
  event: Match["event"],
  matches: Match[],
): void {
  const index = left.findIndex(
    ({ triedBy, kindNumber }) => kinds.has(kindNumber) && !triedBy?.includes(workerId),
  );
  const [candidate] = index < 0 ? [] : left.splice(index, 1);
  if (candidate) matches.push({ taskId: candidate.taskId, workerId, event });
}
