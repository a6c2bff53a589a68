import { createHash } from "node:crypto";
import type { Clock } from "@sightline/contract/clock";
import type { Actor } from "./actor";

const LIFETIME_MS = 30_000;
const ENTRIES_MAX = 20_000;

interface Entry {
  actor: Actor;
  untilMs: number;
  /** Since it was last confirmed. */
  used: boolean;
}

/**
 * Which actor a session cookie belongs to, so that streams and answers need not ask the database on every call.
 * Keyed by the hash of the whole signed cookie: what is found here was verified less than 30 s ago. Sessions in use
 * are confirmed in one query for all of them (maintenance/confirm-sessions), so the library is asked once for each
 * and not every 30 s by hundreds of workers at the same time. A revoked
 * session leaves at once in the process that revoked it and in the others by the hint `session:<id>`; without the
 * hint, after 30 s.
 */
export class SessionCache {
  readonly #entries = new Map<string, Entry>();
  readonly #keys = new Map<string, string>();
  readonly #asking = new Map<string, Promise<Actor | null>>();
  #revocations = 0;

  constructor(private readonly clock: Clock) {}

  find(cookieValue: string): Actor | null {
    const entry = this.#entries.get(keyOf(cookieValue));
    if (entry === undefined || entry.untilMs <= this.clock.nowMs()) return null;
    entry.used = true;
    return entry.actor;
  }

  /** Sessions that were used since they were last confirmed. */
  inUse(): string[] {
    return [...this.#entries.values()].filter(({ used }) => used).map(({ actor }) => actor.sessionId);
  }

  /** Of the sessions asked for, those that still stand are good for another while; the others are forgotten. */
  confirm(asked: readonly string[], standing: ReadonlySet<string>, mark: number): void {
    for (const sessionId of asked) {
      const key = this.#keys.get(sessionId);
      const entry = key === undefined ? undefined : this.#entries.get(key);
      if (entry === undefined) continue;
      if (!standing.has(sessionId)) this.forgetSession(sessionId);
      else if (mark === this.#revocations) {
        entry.untilMs = this.clock.nowMs() + LIFETIME_MS;
        entry.used = false;
      }
    }
  }

  /** Asks once for all calls of one session that come while the answer is on its way. */
  ask(cookieValue: string, ask: () => Promise<Actor | null>): Promise<Actor | null> {
    const running = this.#asking.get(cookieValue);
    if (running) return running;
    const asking = ask().finally(() => {
      if (this.#asking.get(cookieValue) === asking) this.#asking.delete(cookieValue);
    });
    this.#asking.set(cookieValue, asking);
    return asking;
  }

  /** Taken before the database is asked, and handed to `remember` with what it answered. */
  get mark(): number {
    return this.#revocations;
  }

  /** Forgets it right away when a session was revoked since the mark: the answer may be older than that. */
  remember(cookieValue: string, actor: Actor, mark: number): void {
    if (mark !== this.#revocations) return;
    const key = keyOf(cookieValue);
    this.#drop(key);
    if (this.#entries.size >= ENTRIES_MAX) this.#dropOldest();
    this.#entries.set(key, { actor, untilMs: this.clock.nowMs() + LIFETIME_MS, used: true });
    this.#keys.set(actor.sessionId, key);
  }

  forgetSession(sessionId: string): void {
    this.#revocations++;
    // What is being asked for may be the session that was just revoked: later calls ask anew.
    this.#asking.clear();
    const key = this.#keys.get(sessionId);
    if (key !== undefined) this.#drop(key);
  }

  #dropOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#drop(oldest.value);
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#keys.delete(entry.actor.sessionId);
  }
}

function keyOf(cookieValue: string): string {
  return createHash("sha256").update(cookieValue).digest("base64");
}
