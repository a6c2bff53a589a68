import type { KeyScope } from "@sightline/contract/api-keys";
import type { Clock } from "@sightline/contract/clock";
import type { RecognitionRule } from "@sightline/contract/recognition";
import type { KeyBudget } from "./key-budgets";

/** Whom a key belongs to, as of at most 30 s ago. */
export interface ApiKeyHolder {
  readonly keyId: number;
  readonly accountId: number;
  /** Addresses or CIDR blocks that may use the account's keys; empty allows all. */
  readonly allowedAddresses: readonly string[];
  /** Those that may use this key, beside the account's list; empty: as that says. */
  readonly keyAddresses: readonly string[];
  /** What the key may do; null: everything. */
  readonly scopes: readonly KeyScope[] | null;
  /** When this secret ends: its key expires, or another secret has taken its place; null: never. */
  readonly endsAtMs: number | null;
  /** What the key may spend; null: as much as there is. */
  readonly budget: KeyBudget | null;
  readonly suspended: boolean;
  /** Limits that staff set for this account, by name; absent names keep the table's value. */
  readonly limitOverrides: Readonly<Record<string, number>>;
  readonly recognition: RecognitionRules;
  /** Its tasks never reach a worker (domain/test-mode). */
  readonly test: boolean;
}

/** When the answers of an account's tasks are enough, by the kind's number; one that is absent takes one answer. */
export type RecognitionRules = Readonly<Record<number, RecognitionRule>>;

const MAX_HOLDERS = 10_000;
const MAX_UNKNOWN = 1_000;
const HOLDER_TTL_MS = 30_000;
/** Short, so that a new key works soon even if somebody tried it before it existed. */
const UNKNOWN_TTL_MS = 2_000;

interface Entry {
  holder: ApiKeyHolder;
  expiresAtMs: number;
}

/**
 * What was last read about keys, so that a request asks the database about its key every 30 s at most. When it is
 * full the keys read longest ago go first; keys that nobody has stand apart, so that guesses push out no real one.
 */
export class ApiKeyCache {
  readonly #clock: Clock;
  readonly #holders = new Map<string, Entry>();
  readonly #unknownUntilMs = new Map<string, number>();
  readonly #loading = new Map<string, Promise<ApiKeyHolder | null>>();
  #usedKeys = new Map<number, number>();
  /** Grows with each `forget`: what was being read meanwhile may be older than the change, and is not kept. */
  #generation = 0;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** The key's holder, null for a key that nobody has, undefined when the database has to be asked. */
  get(key: string): ApiKeyHolder | null | undefined {
    const nowMs = this.#clock.nowMs();
    const entry = this.#holders.get(key);
    if (entry === undefined) return (this.#unknownUntilMs.get(key) ?? 0) > nowMs ? null : undefined;
    if (entry.expiresAtMs <= nowMs) return undefined;
    this.#usedKeys.set(entry.holder.keyId, nowMs);
    return entry.holder;
  }

  /** Reads a key once for everybody who asks meanwhile. */
  load(key: string, read: () => Promise<ApiKeyHolder | null>): Promise<ApiKeyHolder | null> {
    const running = this.#loading.get(key);
    if (running) return running;
    const generation = this.#generation;
    const loading = read()
      .then((holder) => {
        if (generation === this.#generation) this.#keep(key, holder);
        return holder;
      })
      .finally(() => {
        if (this.#loading.get(key) === loading) this.#loading.delete(key);
      });
    this.#loading.set(key, loading);
    return loading;
  }

  /** Drops what is known about an account's keys, and about unknown ones: one of them may be its new key. */
  forget(accountId: number): void {
    this.#generation++;
    this.#loading.clear();
    this.#unknownUntilMs.clear();
    for (const [key, { holder }] of this.#holders) {
      if (holder.accountId === accountId) this.#holders.delete(key);
    }
  }

  /** Which keys were used since the last call, and when (ms since 1970). At most as many as there are holders. */
  takeUsedKeys(): Map<number, number> {
    const used = this.#usedKeys;
    this.#usedKeys = new Map();
    return used;
  }

  #keep(key: string, holder: ApiKeyHolder | null): void {
    const nowMs = this.#clock.nowMs();
    this.#holders.delete(key);
    this.#unknownUntilMs.delete(key);
    if (holder === null) {
      dropOldest(this.#unknownUntilMs, MAX_UNKNOWN);
      this.#unknownUntilMs.set(key, nowMs + UNKNOWN_TTL_MS);
      return;
    }
    dropOldest(this.#holders, MAX_HOLDERS);
    this.#holders.set(key, { holder, expiresAtMs: nowMs + HOLDER_TTL_MS });
    if (this.#usedKeys.size < MAX_HOLDERS) this.#usedKeys.set(holder.keyId, nowMs);
  }
}

/** Makes room for one more, by order of insertion. */
function dropOldest<K>(map: Map<K, unknown>, max: number): void {
  if (map.size < max) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
