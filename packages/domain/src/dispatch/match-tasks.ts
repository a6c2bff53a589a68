/** A task that may be handed out, as the candidates statement reads it, oldest first. */
export interface Candidate {
  taskId: number;
  kindNumber: number;
  accountId: number;
  triedBy: readonly number[] | null;
}

export interface Match {
  taskId: number;
  workerId: number;
  event: "assign" | "reserve";
}

/**
 * Who gets what: pure, so that it can be read and tested without a database. Idle workers come first, the longest
 * idle before the others, each with the oldest task that they have not had yet. Only what is left over is reserved
 * for workers who are still busy, one each: a reserved task would wait while somebody idle could take it.
 */
export function matchTasks(
  candidates: readonly Candidate[],
  idle: readonly number[],
  busy: readonly number[],
): Match[] {
  const left = [...candidates];
  const matches: Match[] = [];
  for (const workerId of idle) takeOldest(left, workerId, "assign", matches);
  for (const workerId of busy) takeOldest(left, workerId, "reserve", matches);
  return matches;
}

function takeOldest(left: Candidate[], workerId: number, event: Match["event"], matches: Match[]): void {
  const index = left.findIndex(({ triedBy }) => !triedBy?.includes(workerId));
  const [candidate] = index < 0 ? [] : left.splice(index, 1);
  if (candidate) matches.push({ taskId: candidate.taskId, workerId, event });
}
