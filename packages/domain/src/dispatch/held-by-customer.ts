import type { Seat } from "./seat";

/** How many tasks of each customer are in the hands of these workers. */
export function heldByCustomer(seats: Iterable<Pick<Seat, "current" | "ahead">>): Map<number, number> {
  const held = new Map<number, number>();
  for (const { current, ahead } of seats) {
    for (const { accountId } of current ? [current, ...ahead] : ahead) {
      held.set(accountId, (held.get(accountId) ?? 0) + 1);
    }
  }
  return held;
}
