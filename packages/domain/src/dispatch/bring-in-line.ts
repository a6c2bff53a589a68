import type { HeldByWorker } from "./held-tasks";
import type { HeldTask, Seat } from "./seat";

/** Whether a seat holds what its worker holds by the table. */
export function isInLine(seat: Seat, held: HeldByWorker | undefined): boolean {
  const key = (task: HeldTask | null | undefined): string =>
    task ? `${task.taskId}/${task.leaseNo}/${task.leaseUntilMs}` : "";
  return (
    key(seat.current) === key(held?.current) &&
    seat.ahead.map(key).join() === (held?.ahead ?? []).map(key).join() &&
    seat.given.map((task) => task.taskId).join() === (held?.given ?? []).map((task) => task.taskId).join()
  );
}

/** The seat takes the table's word, without telling anybody. */
export function takeHeld(seat: Seat, held: HeldByWorker | undefined): void {
  seat.version++;
  seat.current = held?.current ?? null;
  seat.ahead = held?.ahead ?? [];
  seat.given = held?.given ?? [];
}

/**
 * Brings a seat in line with the table and tells the worker which tasks are gone and whose clock has changed.
 * Returns the tasks that the worker has not been shown yet.
 */
export function bringInLine(seat: Seat, held: HeldByWorker | undefined, nowMs: number): HeldTask[] {
  const before = seat.held();
  takeHeld(seat, held);
  const now = seat.held();
  for (const task of before) if (!now.some(sameLease(task))) seat.withdraw(task, "task_ended");
  const { current } = seat;
  const shown = current && before.find(sameLease(current));
  if (current && shown && shown.leaseUntilMs !== current.leaseUntilMs) seat.announceStart(current, nowMs);
  return now.filter((task) => !before.some(sameLease(task)) && !seat.given.includes(task));
}

const sameLease = (a: HeldTask) => (b: HeldTask) => a.taskId === b.taskId && a.leaseNo === b.leaseNo;
