import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import type { HeldTask, Seat } from "./seat";

const MINUTE_MS = 60_000;
const WINDOW_MINUTES = 10;
/** Of fewer arrivals nobody can say when the next one comes. */
const ARRIVALS_MIN = 5;
/** What is said, in seconds: a number that moved with every look would be none. The last one means "or more". */
const STEPS_S = [5, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1_800, 3_600] as const;

/**
 * How many customers' tasks came to the workers seated here in each of the last ten minutes, by kind: from it and from
 * those who wait longer, each who waits is told for how long that may be. Memory of one process, which is what its
 * seats live on.
 */
export class Arrivals {
  readonly #minutes = new Map<number, Map<number, number>>();
  #sinceMs: number | null = null;
  /** How many had nothing to do when it was last looked. */
  waiting = 0;

  /** A task that a seat has got. Gold, and what is for one screen alone, comes to nobody else. */
  note(
    { accountId, kindNumber }: Pick<HeldTask, "accountId" | "kindNumber">,
    seat: Seat,
    nowMs: number,
  ): void {
    if (seat.onlyOwn || accountId === PLATFORM_ACCOUNTS.gold) return;
    this.#sinceMs ??= nowMs;
    const minute = Math.floor(nowMs / MINUTE_MS);
    let counts = this.#minutes.get(minute);
    if (counts === undefined) {
      counts = new Map();
      this.#minutes.set(minute, counts);
      for (const old of this.#minutes.keys()) if (old <= minute - WINDOW_MINUTES) this.#minutes.delete(old);
    }
    counts.set(kindNumber, (counts.get(kindNumber) ?? 0) + 1);
  }

  /** For a worker who may solve these kinds, when `before` others come first; null when too few came to say. */
  waitMs(kinds: Iterable<number>, before: number, lately: Lately): number | null {
    let arrivals = 0;
    for (const kind of kinds) arrivals += lately.byKind.get(kind) ?? 0;
    return arrivals < ARRIVALS_MIN ? null : inSteps(((before + 1) * lately.spanMs) / arrivals);
  }

  lately(nowMs: number): Lately {
    const oldest = Math.floor(nowMs / MINUTE_MS) - WINDOW_MINUTES + 1;
    const byKind = new Map<number, number>();
    for (const [minute, counts] of this.#minutes) {
      if (minute < oldest) continue;
      for (const [kind, count] of counts) byKind.set(kind, (byKind.get(kind) ?? 0) + count);
    }
    return { byKind, spanMs: nowMs - Math.max(this.#sinceMs ?? nowMs, oldest * MINUTE_MS) };
  }
}

interface Lately {
  byKind: ReadonlyMap<number, number>;
  spanMs: number;
}

/** What each idle seat is told of its wait: those who wait longest come first. Null: nobody knows. */
export function expectedWaits(
  seats: Iterable<Seat>,
  arrivals: Arrivals,
  nowMs: number,
): Map<Seat, number | null> {
  const idle = [...seats].filter((seat) => seat.isIdle && !seat.onlyOwn);
  idle.sort((a, b) => a.idleSinceMs - b.idleSinceMs);
  arrivals.waiting = idle.length;
  const lately = arrivals.lately(nowMs);
  return new Map(idle.map((seat, before) => [seat, arrivals.waitMs(seat.taker().kinds, before, lately)]));
}

/**
 * For somebody who has just sat down and got nothing: all who wait come first. It counts nobody anew, since many may
 * come at once.
 */
export function newcomersWait(
  seat: Seat,
  arrivals: Arrivals,
  nowMs: number,
): { expectedWaitMs?: number | null } {
  if (seat.onlyOwn || seat.current !== null || seat.ahead.length > 0) return {};
  return { expectedWaitMs: arrivals.waitMs(seat.taker().kinds, arrivals.waiting, arrivals.lately(nowMs)) };
}

function inSteps(ms: number): number {
  return (STEPS_S.find((seconds) => ms <= seconds * 1_000) ?? STEPS_S[STEPS_S.length - 1] ?? 0) * 1_000;
}
