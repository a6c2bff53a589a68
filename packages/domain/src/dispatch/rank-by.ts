import { heldByCustomer } from "./held-by-customer";
import { findSated } from "./load-bound";
import type { Candidate } from "./match-tasks";
import type { Seat } from "./seat";

/** What the ranking must know besides tasks and workers; who has had enough only where that decides something. */
export function rankBy(
  seats: Iterable<Seat>,
  queued: readonly Candidate[],
  nowMs: number,
): { nowMs: number; held: ReadonlyMap<number, number>; sated: ReadonlySet<number> } {
  const all = [...seats];
  const sated = queued.some(({ doubt }) => doubt !== null) ? findSated(all, nowMs) : new Set<number>();
  return { nowMs, held: heldByCustomer(all, nowMs), sated };
}
