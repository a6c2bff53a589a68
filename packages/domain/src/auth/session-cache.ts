import { createHash } from "node:crypto";
import type { Clock } from "@sightline/contract/clock";
import type { Actor } from "./actor";

const LIFETIME_MS = 30_000;
const ENTRIES_MAX = 20_000;

interface Entry {
  actor: Actor;
  untilMs: number;
}

/**
 * Which actor a session cookie belongs to, so that streams and answers need not ask the database on every call.
 * Keyed by the hash of the whole signed cookie: what is found here was verified less than 30 s ago. A revoked
 * session leaves at once in the process that revoked it and in the others by the hint `session:<id>`; without the
 * hint, after 30 s.
 */
export class SessionCache {
  readonly #entries = new Map<string, Entry>();
  readonly #keys = new Map<string, string>();
  #revocations = 0;

  constructor(private readonly clock: Clock) {}

  find(cookieValue: string): Actor | null {
    const entry = this.#entries.get(keyOf(cookieValue));
    return entry !== undefined && entry.untilMs > this.clock.nowMs() ? entry.actor : null;
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
    this.#entries.set(key, { actor, untilMs: this.clock.nowMs() + LIFETIME_MS });
    this.#keys.set(actor.sessionId, key);
  }

  forgetSession(sessionId: string): void {
    this.#revocations++;
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
