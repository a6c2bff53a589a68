import { LIMITS, type LimitName } from "@sightline/contract/limits";

/** Whose events count together: an account's number, or a client's address. */
export type LimitSubject = number | string;

export interface Ban {
  limitName: LimitName;
  subject: LimitSubject;
  startsAtMs: number;
  endsAtMs: number;
}

const MAX_RUNNING_PER_LIMIT = 10_000;
const MAX_UNWRITTEN = 1_000;
/** Two processes that start one ban at the same time end it this far apart at most. */
const SAME_BAN_MS = 2_000;

/**
 * The bans this process knows to be running. It starts them; `exchangeLimits` writes those started here to the
 * table `ban` and adopts those started elsewhere. Under a flood of addresses the oldest bans are forgotten first.
 */
export class RunningBans {
  readonly #endsAtMs = new Map<LimitName, Map<LimitSubject, number>>(
    (Object.keys(LIMITS) as LimitName[]).map((name) => [name, new Map()]),
  );
  #unwritten: Ban[] = [];

  /** When the ban of this subject ends, or 0 when none is running. */
  endsAtMs(name: LimitName, subject: LimitSubject, nowMs: number): number {
    const bans = this.#of(name);
    if (bans.size === 0) return 0;
    const endsAtMs = bans.get(subject);
    if (endsAtMs === undefined) return 0;
    if (endsAtMs > nowMs) return endsAtMs;
    bans.delete(subject);
    return 0;
  }

  start(ban: Ban): void {
    this.#remember(ban);
    if (this.#unwritten.length < MAX_UNWRITTEN) this.#unwritten.push(ban);
  }

  /** Takes over a ban that stands in the table. One that is running here already is not lengthened. */
  adopt(ban: Ban, nowMs: number): boolean {
    if (this.endsAtMs(ban.limitName, ban.subject, nowMs) > 0) return false;
    this.#remember(ban);
    return true;
  }

  /** Staff have lifted it. One that started since is another one, and stays. */
  lift({ limitName, subject, endsAtMs }: Ban): boolean {
    const runsUntilMs = this.#of(limitName).get(subject);
    if (runsUntilMs === undefined || runsUntilMs > endsAtMs + SAME_BAN_MS) return false;
    return this.#of(limitName).delete(subject);
  }

  takeUnwritten(): Ban[] {
    const bans = this.#unwritten;
    this.#unwritten = [];
    return bans;
  }

  /** Gives back what could not be written, to be tried again. */
  putBackUnwritten(bans: readonly Ban[]): void {
    this.#unwritten = [...bans, ...this.#unwritten].slice(0, MAX_UNWRITTEN);
  }

  #remember(ban: Ban): void {
    const bans = this.#of(ban.limitName);
    if (bans.size >= MAX_RUNNING_PER_LIMIT) {
      const oldest = bans.keys().next();
      if (!oldest.done) bans.delete(oldest.value);
    }
    bans.set(ban.subject, ban.endsAtMs);
  }

  #of(name: LimitName): Map<LimitSubject, number> {
    const bans = this.#endsAtMs.get(name);
    if (!bans) throw new Error(`no limit is named ${name}`);
    return bans;
  }
}
