import { randomBytes } from "node:crypto";
import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import type { Logger } from "pino";
import { seal, sealingKey, unseal } from "../secrets/seal";

/**
 * The secrets by which customers know that a callback is ours, one for each account, made when first needed and
 * sealed in the table (secrets/seal.ts), bound to the account's id.
 */
const SECRET_BYTES = 32;
const ACCOUNTS_MAX = 5_000;

interface Deps {
  pool: Pool;
  clock: Clock;
  log: Logger;
  /** The server's secret, the same in all processes and after a restart. */
  secret: string;
}

export class CallbackSecrets {
  readonly #key: Buffer;
  readonly #known = new Map<number, Buffer>();

  constructor(private readonly deps: Deps) {
    this.#key = sealingKey(deps.secret, "sightline callback secrets");
  }

  /** Rejects when the database is away. */
  async of(accountId: number): Promise<Buffer> {
    const known = this.#known.get(accountId);
    if (known) return known;
    const secret = (await this.#read(accountId)) ?? (await this.#make(accountId));
    if (this.#known.size >= ACCOUNTS_MAX) this.#known.clear();
    this.#known.set(accountId, secret);
    return secret;
  }

  async #read(accountId: number): Promise<Buffer | null> {
    const { rows } = await this.deps.pool.query<{ sealed: Buffer }>(
      "select sealed from callback_secret where account_id = $1",
      [accountId],
    );
    const [row] = rows;
    if (!row) return null;
    try {
      return unseal(this.#key, String(accountId), row.sealed);
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
  async #make(accountId: number): Promise<Buffer> {
    await this.deps.pool.query(
      "insert into callback_secret (account_id, sealed, created_at) values ($1, $2, $3) on conflict do nothing",
      [
        accountId,
        seal(this.#key, String(accountId), randomBytes(SECRET_BYTES)),
        new Date(this.deps.clock.nowMs()),
      ],
    );
    const secret = await this.#read(accountId);
    if (secret === null) throw new Error(`the callback secret of account ${accountId} was removed`);
    return secret;
  }
}
