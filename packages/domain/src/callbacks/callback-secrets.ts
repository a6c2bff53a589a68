import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import type { Logger } from "pino";

/**
 * The secrets by which customers know that a callback is ours, one for each account, made when first needed. In the
 * table they are sealed with AES-256-GCM: format byte, 12 bytes nonce, 16 bytes tag, ciphertext; the account's id is
 * authenticated with it, so that a row moved to another account does not open. The key comes from the server's
 * secret by HKDF-SHA256.
 */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
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
    this.#key = Buffer.from(hkdfSync("sha256", deps.secret, "", "sightline callback secrets", 32));
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
      return unseal(this.#key, accountId, row.sealed);
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
      [accountId, seal(this.#key, accountId, randomBytes(SECRET_BYTES)), new Date(this.deps.clock.nowMs())],
    );
    const secret = await this.#read(accountId);
    if (secret === null) throw new Error(`the callback secret of account ${accountId} was removed`);
    return secret;
  }
}

function seal(key: Buffer, accountId: number, secret: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(String(accountId)));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), text]);
}

/** Throws when it was sealed with another key, for another account, or changed since. */
function unseal(key: Buffer, accountId: number, sealed: Buffer): Buffer {
  if (sealed[0] !== FORMAT) throw new Error("unknown format of a sealed secret");
  const text = 1 + NONCE_BYTES + TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(String(accountId)))
    .setAuthTag(sealed.subarray(1 + NONCE_BYTES, text));
  return Buffer.concat([decipher.update(sealed.subarray(text)), decipher.final()]);
}
