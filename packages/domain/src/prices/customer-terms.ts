import type { Clock } from "@sightline/contract/clock";
import { type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";

/** What a customer has said about what tasks may cost, and who solves them. */
export interface Terms {
  /** The most to be paid for a task; a kind that is not there may cost anything. */
  maximumMicros: ReadonlyMap<TaskKind, number>;
  /** A running package takes tasks whatever the rate is. */
  packageUntilMs: number;
  /** Their tasks go to their own screen, free. */
  sandbox: boolean;
}

interface Entry {
  terms: Terms | Promise<Terms>;
  expiresAtMs: number;
}

const ACCOUNTS_MAX = 10_000;
const TTL_MS = 30_000;
const NO_MAXIMUM: ReadonlyMap<TaskKind, number> = new Map();

/** The terms of customers who send tasks, in memory; a change is heard of within milliseconds, else in thirty seconds. */
export class CustomerTerms {
  readonly #entries = new Map<number, Entry>();

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Without a promise when they are known. Rejects when the database is away. */
  of(accountId: number): Terms | Promise<Terms> {
    const nowMs = this.clock.nowMs();
    const known = this.#entries.get(accountId);
    if (known && known.expiresAtMs > nowMs) return known.terms;
    const entry: Entry = { terms: this.#read(accountId), expiresAtMs: nowMs + TTL_MS };
    this.#entries.delete(accountId);
    if (this.#entries.size >= ACCOUNTS_MAX) this.#dropOldest();
    this.#entries.set(accountId, entry);
    void this.#settle(accountId, entry);
    return entry.terms;
  }

  forget(accountId: number): void {
    this.#entries.delete(accountId);
  }

  async #settle(accountId: number, entry: Entry): Promise<void> {
    try {
      entry.terms = await entry.terms;
    } catch {
      if (this.#entries.get(accountId) === entry) this.#entries.delete(accountId);
    }
  }

  async #read(accountId: number): Promise<Terms> {
    const { rows } = await this.pool.query<{
      until: Date | null;
      kind: number | null;
      rate: number;
      sandbox: boolean | null;
    }>({
      name: "customer_terms",
      text: `select a.threads_until as until, m.kind, m.rate_micros as rate, s.sandbox
             from account a left join maximum_rate m on m.account_id = a.id
               left join crowd_setting s on s.account_id = a.id
             where a.id = $1`,
      values: [accountId],
    });
    const rates = rows.flatMap(({ kind, rate }) =>
      kind === null ? [] : [[taskKindOf(kind), rate] as const],
    );
    return {
      maximumMicros: rates.length === 0 ? NO_MAXIMUM : new Map(rates),
      packageUntilMs: rows[0]?.until?.getTime() ?? 0,
      sandbox: rows[0]?.sandbox ?? false,
    };
  }

  #dropOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}
