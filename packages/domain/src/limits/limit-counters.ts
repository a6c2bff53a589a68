import type { Clock } from "@sightline/contract/clock";
import type { ErrorCode } from "@sightline/contract/error-codes";
import {
  LIMITS,
  type Limit,
  type LimitName,
  QUEUE_REFUSALS_PER_ACCEPTED_TASK,
  RESULT_READS_PER_ACCEPTED_TASK,
} from "@sightline/contract/limits";
import { type LimitSubject, RunningBans } from "./running-bans";
import { SubjectCounts } from "./subject-counts";
import { type CountName, Tallies } from "./tallies";

export type LimitVerdict =
  | { allowed: true; remaining: number; resetMs: number }
  | { allowed: false; code: ErrorCode | null; retryAfterMs: number };

/**
 * The counts of the limits that are not `exact`, and the bans that follow from them (protocol.md, rules 6 to 9):
 * what this process counted, and what `exchangeCounts` brought of the others. A window that is full does nothing by itself: the next request that asks starts the ban, which
 * empties the window, and nothing is counted until the ban has ended.
 */
export class LimitCounters {
  readonly bans = new RunningBans();
  readonly tallies = new Tallies();
  /** Addresses that staff have exempted: nothing counts for them and no ban holds. */
  exempt: ReadonlySet<LimitSubject> = new Set();
  readonly #counts = new Map<LimitName, SubjectCounts>();
  readonly #acceptedTasks = new SubjectCounts(LIMITS.result_reads.windowMs);
  readonly #acceptedLately = new SubjectCounts(LIMITS.queue_refusals.windowMs);
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
    for (const [name, limit] of Object.entries(LIMITS) as [LimitName, Limit][]) {
      if (limit.windowMs > 0 && !limit.exact) this.#counts.set(name, new SubjectCounts(limit.windowMs));
    }
  }

  /** Asks and, when allowed, counts. `max` replaces the table's value; `resetMs` is when an idle count is at zero. */
  hit(name: LimitName, subject: LimitSubject, max: number = LIMITS[name].max): LimitVerdict {
    const refusal = this.refusal(name, subject, max);
    if (refusal !== null) return refusal;
    const nowMs = this.#clock.nowMs();
    const counts = this.#of(name);
    counts.add(subject, nowMs);
    this.tallies.note(name, subject, nowMs);
    return {
      allowed: true,
      remaining: max - counts.total(subject, nowMs),
      resetMs: LIMITS[name].windowMs,
    };
  }

  /** Asks without counting. The ban of a full window starts here; null means that none is running. */
  refusal(
    name: LimitName,
    subject: LimitSubject,
    max: number = LIMITS[name].max,
  ): (LimitVerdict & { allowed: false }) | null {
    if (this.exempt.size > 0 && this.exempt.has(subject)) return null;
    const nowMs = this.#clock.nowMs();
    const { code, banMs, windowMs } = LIMITS[name];
    const runningUntilMs = this.bans.endsAtMs(name, subject, nowMs);
    if (runningUntilMs > 0) return { allowed: false, code, retryAfterMs: runningUntilMs - nowMs };
    if (this.#of(name).total(subject, nowMs) < max) return null;
    if (banMs === 0) return { allowed: false, code, retryAfterMs: windowMs };
    this.bans.start({ limitName: name, subject, startsAtMs: nowMs, endsAtMs: nowMs + banMs });
    this.forget(name, subject);
    return { allowed: false, code, retryAfterMs: banMs };
  }

  /** Counts an event that was found out only after it happened. One during a ban does not count. */
  count(name: LimitName, subject: LimitSubject): void {
    if (this.exempt.size > 0 && this.exempt.has(subject)) return;
    const nowMs = this.#clock.nowMs();
    if (this.bans.endsAtMs(name, subject, nowMs) > 0) return;
    this.#of(name).add(subject, nowMs);
    this.tallies.note(name, subject, nowMs);
  }

  /** Adds what another process counted. What happened during a ban does not count here either. */
  adopt(name: CountName, subject: LimitSubject, events: number): void {
    const nowMs = this.#clock.nowMs();
    if (name === "accepted_tasks") {
      this.#acceptedTasks.add(subject, nowMs, events);
      this.#acceptedLately.add(subject, nowMs, events);
    } else if (this.bans.endsAtMs(name, subject, nowMs) === 0) {
      this.#counts.get(name)?.add(subject, nowMs, events);
    }
  }

  /** Puts a count back to zero, as the start of a ban does, in whichever process it started. */
  forget(name: LimitName, subject: LimitSubject): void {
    this.#of(name).forget(subject);
  }

  countAcceptedTask(accountId: number): void {
    const nowMs = this.#clock.nowMs();
    this.#acceptedTasks.add(accountId, nowMs);
    this.#acceptedLately.add(accountId, nowMs);
    this.tallies.note("accepted_tasks", accountId, nowMs);
  }

  /** How many results an account may read in the window: `base` and 20 for each task it had accepted in it. */
  maxResultReads(accountId: number, base: number = LIMITS.result_reads.max): number {
    const accepted = this.#acceptedTasks.total(accountId, this.#clock.nowMs());
    return base + RESULT_READS_PER_ACCEPTED_TASK * accepted;
  }

  /** How many submissions may be refused for a full queue: `base`, or three for each task accepted in the window. */
  maxQueueRefusals(accountId: number, base: number = LIMITS.queue_refusals.max): number {
    const accepted = this.#acceptedLately.total(accountId, this.#clock.nowMs());
    return Math.max(base, QUEUE_REFUSALS_PER_ACCEPTED_TASK * accepted);
  }

  /** How much of a count is left, without asking whether it allows anything: for headers. */
  remaining(name: LimitName, subject: LimitSubject, max: number = LIMITS[name].max): number {
    return Math.max(0, max - this.#of(name).total(subject, this.#clock.nowMs()));
  }

  #of(name: LimitName): SubjectCounts {
    const counts = this.#counts.get(name);
    if (!counts) throw new Error(`${name} is not counted in memory`);
    return counts;
  }
}
