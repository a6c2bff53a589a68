import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import type { CallbackAddress } from "./read-callback-address";

export interface CallbackHost extends CallbackAddress {
  registeredAtMs: number;
  /** Calls have failed one after another since then; null while they succeed. */
  failingSinceMs: number | null;
  lastFailure: string | null;
  /** Failing for so long that it is not called any more. */
  switchedOffAtMs: number | null;
}

interface Entry {
  hosts: Promise<readonly CallbackHost[]>;
  expiresAtMs: number;
}

/** One account cannot make the memory, or an answer of get_pingback, grow without end. */
export const HOSTS_PER_ACCOUNT_MAX = 100;
const ACCOUNTS_MAX = 5_000;
const TTL_MS = 10_000;

/** What accounts have registered, as of at most ten seconds ago; a change is heard of within milliseconds. */
export class CallbackHosts {
  readonly #entries = new Map<number, Entry>();

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Rejects when the database is away. */
  of(accountId: number): Promise<readonly CallbackHost[]> {
    const nowMs = this.clock.nowMs();
    const known = this.#entries.get(accountId);
    if (known && known.expiresAtMs > nowMs) return known.hosts;
    const hosts = this.read(accountId);
    const entry = { hosts, expiresAtMs: nowMs + TTL_MS };
    this.#entries.delete(accountId);
    if (this.#entries.size >= ACCOUNTS_MAX) this.#dropOldest();
    this.#entries.set(accountId, entry);
    hosts.catch(() => {
      if (this.#entries.get(accountId) === entry) this.#entries.delete(accountId);
    });
    return hosts;
  }

  forget(accountId: number): void {
    this.#entries.delete(accountId);
  }

  /** As the table has it now, in the order of registration. */
  async read(accountId: number): Promise<readonly CallbackHost[]> {
    const { rows } = await this.pool.query<HostRow>({
      name: "callback_hosts",
      text: `select host, port, registered_at, failing_since, last_failure, switched_off_at from callback_host
             where account_id = $1 order by registered_at, host, port limit ${HOSTS_PER_ACCOUNT_MAX}`,
      values: [accountId],
    });
    return rows.map((row) => ({
      host: row.host,
      port: row.port,
      registeredAtMs: row.registered_at.getTime(),
      failingSinceMs: row.failing_since?.getTime() ?? null,
      lastFailure: row.last_failure,
      switchedOffAtMs: row.switched_off_at?.getTime() ?? null,
    }));
  }

  #dropOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}

interface HostRow {
  host: string;
  port: number;
  registered_at: Date;
  failing_since: Date | null;
  last_failure: string | null;
  switched_off_at: Date | null;
}
