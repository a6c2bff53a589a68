import type { LimitSubject } from "./running-bans";
import { SlidingCount } from "./sliding-count";

const MAX_SUBJECTS = 10_000;
/** How many subjects one newcomer may be made to look at for an idle one. */
const LOOKS_FOR_IDLE = 16;

/** A sliding count for each subject of one limit. When it is full a newcomer takes the place of an idle subject. */
export class SubjectCounts {
  readonly #counts = new Map<LimitSubject, SlidingCount>();

  constructor(
    private readonly windowMs: number,
    private readonly maxSubjects = MAX_SUBJECTS,
  ) {}

  get size(): number {
    return this.#counts.size;
  }

  add(subject: LimitSubject, nowMs: number, events = 1): void {
    let count = this.#counts.get(subject);
    if (count === undefined) {
      if (this.#counts.size >= this.maxSubjects) this.#makeRoom(nowMs);
      count = new SlidingCount(this.windowMs, nowMs);
      this.#counts.set(subject, count);
    }
    count.add(nowMs, events);
  }

  total(subject: LimitSubject, nowMs: number): number {
    return this.#counts.get(subject)?.total(nowMs) ?? 0;
  }

  forget(subject: LimitSubject): void {
    this.#counts.delete(subject);
  }

  /** Looks at the subjects in turn, as a clock's hand does, for an idle one; if none is, the last it looked at goes. */
  #makeRoom(nowMs: number): void {
    for (let looks = 1; looks <= LOOKS_FOR_IDLE; looks++) {
      const next = this.#counts.entries().next();
      if (next.done) return;
      const [subject, count] = next.value;
      this.#counts.delete(subject);
      if (count.total(nowMs) === 0) return;
      if (looks < LOOKS_FOR_IDLE) this.#counts.set(subject, count);
    }
  }
}
