import type { Seat } from "./seat";

/** For so long after it a worker's last task still counts as in hand: until they have their next, when there is one. */
const LAST_COUNTS_MS = 1_000;

/**
 * How many tasks of each customer are in the hands of these workers. Whoever has just ended one counts with it, else
 * nobody would hold anything when the only worker is free, and the oldest burst would come first again and again.
 */
export function heldByCustomer(
  seats: Iterable<Pick<Seat, "current" | "ahead" | "lastAccountId" | "idleSinceMs">>,
  nowMs: number,
): Map<number, number> {
  const held = new Map<number, number>();
  const add = (accountId: number) => held.set(accountId, (held.get(accountId) ?? 0) + 1);
  for (const { current, ahead, lastAccountId, idleSinceMs } of seats) {
    for (const { accountId } of current ? [current, ...ahead] : ahead) add(accountId);
    const isFree = current === null && ahead.length === 0;
    if (isFree && lastAccountId !== null && nowMs - idleSinceMs < LAST_COUNTS_MS) add(lastAccountId);
  }
  return held;
}
