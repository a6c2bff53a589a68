import { randomBytes } from "node:crypto";
import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import type { Logger } from "pino";
import { seal, sealingKey, unseal } from "../secrets/seal";

/**
 * The secrets by which customers know that a callback is ours, one for each account, made when first needed and
 * sealed in the table (secrets/seal.ts), bound to the account's id. For a day after a new one was made the one before
 * it signs as well.
 */
const SECRET_BYTES = 32;
const ACCOUNTS_MAX = 5_000;
const OVERLAP_MS = 86_400_000;

export interface SigningSecrets {
  current: Buffer;
  previous: { secret: Buffer; untilMs: number } | null;
}

interface Deps {
  pool: Pool;
  clock: Clock;
  log: Logger;
  /** The server's secret, the same in all processes and after a restart. */
  secret: string;
}

export class CallbackSecrets {
  readonly #key: Buffer;
  readonly #known = new Map<number, SigningSecrets>();

  constructor(private readonly deps: Deps) {
    this.#key = sealingKey(deps.secret, "sightline callback secrets");
  }

  /** Rejects when the database is away. */
  async of(accountId: number): Promise<SigningSecrets> {
    const known = this.#known.get(accountId);
    if (known && (known.previous === null || known.previous.untilMs > this.deps.clock.nowMs())) return known;
    const secrets = (await this.#read(accountId)) ?? (await this.#make(accountId));
    if (this.#known.size >= ACCOUNTS_MAX) this.#known.clear();
    this.#known.set(accountId, secrets);
    return secrets;
  }

  /** Makes a new secret beside the old one. Rejects when the database is away. */
  async rotate(accountId: number): Promise<SigningSecrets> {
    await this.of(accountId);
    await this.deps.pool.query(
      `update callback_secret set previous_sealed = sealed, previous_until = $3, sealed = $2
       where account_id = $1`,
      [
        accountId,
        seal(this.#key, String(accountId), randomBytes(SECRET_BYTES)),
        new Date(this.deps.clock.nowMs() + OVERLAP_MS),
      ],
    );
    this.forget(accountId);
    return this.of(accountId);
  }

  forget(accountId: number): void {
    this.#known.delete(accountId);
  }

  async #read(accountId: number): Promise<SigningSecrets | null> {
    const { rows } = await this.deps.pool.query<{
      sealed: Buffer;
      previous_sealed: Buffer | null;
      previous_until: Date | null;
    }>("select sealed, previous_sealed, previous_until from callback_secret where account_id = $1", [
      accountId,
    ]);
    const [row] = rows;
    if (!row) return null;
    const open = (sealed: Buffer) => unseal(this.#key, String(accountId), sealed);
    const untilMs = row.previous_until?.getTime() ?? 0;
    try {
      return {
        current: open(row.sealed),
        previous:
          row.previous_sealed !== null && untilMs > this.deps.clock.nowMs()
            ? { secret: open(row.previous_sealed), untilMs }
            : null,
      };
    } catch {
      // Callbacks with a new secret are better than none: the server's own secret was changed.
      this.deps.log.error({ accountId }, "a callback secret does not open; the account gets a new one");
      await this.deps.pool.query("delete from callback_secret where account_id = $1 and sealed = $2", [
        accountId,
        row.sealed,
      ]);
      return null;
    }
  }

  /** Two processes may make one at the same time: the first that is stored is the account's. */
  async #make(accountId: number): Promise<SigningSecrets> {
    await this.deps.pool.query(
      "insert into callback_secret (account_id, sealed, created_at) values ($1, $2, $3) on conflict do nothing",
      [
        accountId,
        seal(this.#key, String(accountId), randomBytes(SECRET_BYTES)),
        new Date(this.deps.clock.nowMs()),
      ],
    );
    const secrets = await this.#read(accountId);
    if (secrets === null) throw new Error(`the callback secret of account ${accountId} was removed`);
    return secrets;
  }
}
