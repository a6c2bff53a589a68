import type { Clock } from "@sightline/contract/clock";
import { formatWireUsd } from "@sightline/contract/money";

/** What a key may spend, and what it had spent when that was read. */
export interface KeyBudget {
  readonly keyId: number;
  /** In a day (UTC), and in its month; null: no such limit. */
  readonly dayMicros: number | null;
  readonly monthMicros: number | null;
  readonly spent: KeySpent;
}

export interface KeySpent {
  /** `2026-03-07`, in UTC. */
  readonly day: string;
  readonly dayMicros: number;
  readonly monthMicros: number;
}

/** What is yet to be written. */
export interface UnwrittenSpend {
  keyId: number;
  day: string;
  micros: number;
}

/** Either why a key's budget does not cover a task, or the task's place in it, which must be closed. */
export interface BudgetPlace {
  readonly refusal: string | null;
  /** What the task was accepted for: 0 when it was not, or costs nothing. */
  close(micros: number): void;
}

const MAX_KEYS = 10_000;
const NO_BUDGET: BudgetPlace = { refusal: null, close: () => {} };

interface Known {
  day: string;
  dayMicros: number;
  monthMicros: number;
  /** Of tasks that are being accepted at this moment. */
  heldMicros: number;
}

/**
 * What keys with a budget have spent, in memory, so that a submission asks no table: as of the last write or read, and
 * what this process accepted since. `writeKeySpend` adds up the processes each second, so a budget is exceeded by
 * what the *other* processes accept within about a second, and by nothing in one process. A task counts when it is accepted,
 * with the most that it may cost; what turns out to be free later stays counted, so that no more than the budget is ever charged.
 */
export class KeyBudgets {
  readonly #clock: Clock;
  readonly #known = new Map<number, Known>();
  #unwritten = new Map<string, UnwrittenSpend>();

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** Room for a task that may cost so much. */
  enter(budget: KeyBudget | null | undefined, micros: number): BudgetPlace {
    if (budget == null || micros === 0) return NO_BUDGET;
    const known = this.#of(budget);
    const refusal = refusalOf(budget, known, micros);
    if (refusal !== null) return { ...NO_BUDGET, refusal };
    known.heldMicros += micros;
    return {
      refusal: null,
      close: (accepted) => {
        known.heldMicros -= micros;
        if (accepted > 0) this.#spend(budget, accepted);
      },
    };
  }

  /** Some of what is to be written; when that fails it has to be put back. */
  takeUnwritten(max: number): UnwrittenSpend[] {
    const taken = [...this.#unwritten.values()].slice(0, max);
    for (const { keyId, day } of taken) this.#unwritten.delete(`${keyId} ${day}`);
    return taken;
  }

  putBack(spends: readonly UnwrittenSpend[]): void {
    for (const spend of spends) this.#note(spend);
  }

  /** What all processes together have spent, this one's writes included. */
  learn(keyId: number, total: KeySpent): void {
    const known = this.#known.get(keyId);
    if (known === undefined || known.day !== total.day) return;
    const since = this.#unwritten.get(`${keyId} ${total.day}`)?.micros ?? 0;
    known.dayMicros = total.dayMicros + since;
    known.monthMicros = total.monthMicros + since;
  }

  #spend(budget: KeyBudget, micros: number): void {
    const known = this.#of(budget);
    known.dayMicros += micros;
    known.monthMicros += micros;
    this.#note({ keyId: budget.keyId, day: known.day, micros });
  }

  #note({ keyId, day, micros }: UnwrittenSpend): void {
    const entry = this.#unwritten.get(`${keyId} ${day}`);
    if (entry) entry.micros += micros;
    else this.#unwritten.set(`${keyId} ${day}`, { keyId, day, micros });
  }

  #of({ keyId, spent }: KeyBudget): Known {
    const today = dayOf(this.#clock.nowMs());
    let known = this.#known.get(keyId);
    if (known === undefined) {
      const oldest = this.#known.size < MAX_KEYS ? undefined : this.#known.keys().next().value;
      if (oldest !== undefined) this.#known.delete(oldest);
      known = { day: today, dayMicros: 0, monthMicros: 0, heldMicros: 0 };
      this.#known.set(keyId, known);
    } else if (known.day !== today) {
      if (!isSameMonth(known.day, today)) known.monthMicros = 0;
      known.dayMicros = 0;
      known.day = today;
    }
    // What was read with the key may be newer than the last write here, and only grows.
    if (spent.day === today) known.dayMicros = Math.max(known.dayMicros, spent.dayMicros);
    if (isSameMonth(spent.day, today)) known.monthMicros = Math.max(known.monthMicros, spent.monthMicros);
    return known;
  }
}

/** The day of a moment, in UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function isSameMonth(day: string, other: string): boolean {
  return day.slice(0, 7) === other.slice(0, 7);
}

function refusalOf({ dayMicros, monthMicros }: KeyBudget, known: Known, micros: number): string | null {
  if (dayMicros !== null && known.dayMicros + known.heldMicros + micros > dayMicros)
    return words(dayMicros, "a day", "tomorrow (UTC)");
  if (monthMicros !== null && known.monthMicros + known.heldMicros + micros > monthMicros)
    return words(monthMicros, "a month", "next month (UTC)");
  return null;
}

function words(micros: number, span: string, next: string): string {
  return `This key's budget of ${formatWireUsd(micros)} USD ${span} does not cover this task. Raise it on /app/keys, use another key, or wait until ${next}.`;
}
