import type { Taker } from "./match-tasks";
import type { Seat } from "./seat";

const MATCHES_MAX = 200;

export interface Hungry {
  /** The longest idle first. */
  idle: readonly Taker[];
  busy: readonly Taker[];
  /** When the next of those who are busy will want a task ahead; null: nobody will. */
  soonestMs: number | null;
  /** The smallest id of what waits for one of these screens alone. */
  ownFromId: number;
}

/** The same people without the kinds that staff have paused. */
export function withoutKinds(hungry: Hungry, paused: ReadonlySet<number>): Hungry {
  if (paused.size === 0) return hungry;
  const without = (taker: Taker): Taker => ({
    ...taker,
    kinds: new Set([...taker.kinds].filter((kind) => !paused.has(kind))),
  });
  return { ...hungry, idle: hungry.idle.map(without), busy: hungry.busy.map(without) };
}

/** Who wants a task now. */
export function findHungry(seats: Iterable<Seat>): Hungry {
  const idle: Seat[] = [];
  const busy: Taker[] = [];
  let soonestMs = Number.POSITIVE_INFINITY;
  let ownFromId = Number.MAX_SAFE_INTEGER;
  for (const seat of seats) {
    ownFromId = Math.min(ownFromId, seat.ownTaskId ?? ownFromId);
    const inMs = seat.wantsAheadInMs();
    if (seat.isIdle) idle.push(seat);
    else if (inMs === null || busy.length >= MATCHES_MAX) continue;
    else if (inMs <= 0) busy.push(seat.taker());
    else soonestMs = Math.min(soonestMs, inMs);
  }
  idle.sort((a, b) => a.idleSinceMs - b.idleSinceMs);
  return {
    idle: idle.slice(0, MATCHES_MAX).map((seat) => seat.taker()),
    busy,
    soonestMs: soonestMs === Number.POSITIVE_INFINITY ? null : soonestMs,
    ownFromId,
  };
}

/** Whether something is reserved for one of these workers. */
export function hasAhead(seats: Iterable<Seat>): boolean {
  for (const { ahead } of seats) if (ahead.length > 0) return true;
  return false;
}

/** Whether something is reserved for one of these workers, or waits for their screen alone. */
export function keepsAny(seats: Iterable<Seat>): boolean {
  for (const { ahead, ownTaskId } of seats) if (ahead.length > 0 || ownTaskId !== null) return true;
  return false;
}
