import { randomUUID } from "node:crypto";
import type { LimitName } from "@sightline/contract/limits";
import type { LimitSubject } from "./running-bans";

/** What is counted: events of a limit, and the accepted tasks that widen some of them. */
export type CountName = LimitName | "accepted_tasks";

export interface Tally {
  readonly name: CountName;
  readonly subject: LimitSubject;
  total: number;
  changedAtMs: number;
}

/** A subject that was quiet for this long is let go; longer than any window. */
export const TALLY_KEPT_MS = 900_000;
const MAX_SUBJECTS = 10_000;
const MAX_SEEN = 100_000;
const PRUNE_EVERY_MS = 60_000;

/**
 * This process's side of sharing counts: totals of its own events, which the others are to be told, and the totals
 * that it has seen of theirs. Totals only grow, so a write or a read that is lost or comes twice does no harm.
 */
export class Tallies {
  readonly process = randomUUID();
  readonly #own = new Map<CountName, Map<LimitSubject, Tally>>();
  readonly #changed = new Set<Tally>();
  readonly #seen = new Map<string, { total: number; atMs: number }>();
  #prunedAtMs = 0;

  /** Counts one event. Under a flood of subjects the newest are not shared. */
  note(name: CountName, subject: LimitSubject, nowMs: number): void {
    let subjects = this.#own.get(name);
    if (subjects === undefined) {
      subjects = new Map();
      this.#own.set(name, subjects);
    }
    let tally = subjects.get(subject);
    if (tally === undefined) {
      if (subjects.size >= MAX_SUBJECTS) return;
      tally = { name, subject, total: 0, changedAtMs: nowMs };
      subjects.set(subject, tally);
    }
    tally.total++;
    tally.changedAtMs = nowMs;
    this.#changed.add(tally);
  }

  /** Some of what changed and was not written yet; to be told by `written` when it was. */
  changed(max: number, nowMs: number): Tally[] {
    this.#prune(nowMs);
    const tallies: Tally[] = [];
    for (const tally of this.#changed) {
      if (tallies.push({ ...tally }) >= max) break;
    }
    return tallies;
  }

  written(tallies: readonly Tally[]): void {
    for (const { name, subject, total } of tallies) {
      const tally = this.#own.get(name)?.get(subject);
      if (tally?.total === total) this.#changed.delete(tally);
    }
  }

  /** Nobody is there to be told: whoever comes later begins with what happens from then on. */
  forgetOwn(): void {
    if (this.#own.size === 0) return;
    this.#own.clear();
    this.#changed.clear();
  }

  /** How many events are new in a total that another process wrote. */
  see(process: string, { name, subject, total }: Tally, nowMs: number): number {
    const key = `${process} ${name} ${subject}`;
    const before = this.#seen.get(key)?.total ?? 0;
    if (before === total) return 0;
    if (this.#seen.size < MAX_SEEN || this.#seen.has(key)) this.#seen.set(key, { total, atMs: nowMs });
    // A smaller total is that of a subject that was let go meanwhile and has begun again.
    return total > before ? total - before : total;
  }

  #prune(nowMs: number): void {
    if (nowMs < this.#prunedAtMs + PRUNE_EVERY_MS) return;
    this.#prunedAtMs = nowMs;
    const before = nowMs - TALLY_KEPT_MS;
    for (const subjects of this.#own.values()) {
      for (const [subject, tally] of subjects) {
        if (tally.changedAtMs < before && !this.#changed.has(tally)) subjects.delete(subject);
      }
    }
    for (const [key, { atMs }] of this.#seen) if (atMs < before) this.#seen.delete(key);
  }
}
