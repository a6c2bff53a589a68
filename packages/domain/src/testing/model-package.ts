import { randomUUID } from "node:crypto";
import type { DomainContext } from "../context";
import type { AccountBalance } from "../ledger/get-balance";
import { inTransaction } from "../ledger/in-transaction";
import { buyPackage } from "../packages/buy-package";
import { setPackageOptions } from "../packages/set-package-options";
import { turnOverPackage } from "../packages/turn-over-package";
import { Refusal } from "../refusal";

export const MODEL_THREADS = 2;
const PRICE_MICROS = 300;

/** A customer's package, in the plainest words: one runs, one may wait. */
export interface ModelPackage {
  running: boolean;
  waiting: boolean;
  overflow: boolean;
}

/** Makes the package that the model's customers buy: small enough for their balances. */
export async function offerModelPackage(ctx: Pick<DomainContext, "pool">): Promise<void> {
  await ctx.pool.query(
    `insert into package_plan (name, threads, day_micros, week_micros, month_micros, effective_from)
     values ('Model', $1, $2, $2, $2, '2026-01-01')`,
    [MODEL_THREADS, PRICE_MICROS],
  );
}

/** The part of the ledger's model that is about packages. */
export class ModelPackages {
  readonly #packages = new Map<number, ModelPackage>();

  constructor(private readonly ctx: DomainContext) {}

  of(accountId: number): ModelPackage {
    const known = this.#packages.get(accountId);
    if (known) return known;
    const none = { running: false, waiting: false, overflow: false };
    this.#packages.set(accountId, none);
    return none;
  }

  async play(
    what: "buy" | "package_over" | "overflow",
    accountId: number,
    balance: AccountBalance,
  ): Promise<void> {
    const mine = this.of(accountId);
    if (what === "buy") return this.#buy(accountId, mine, balance);
    if (what === "overflow") {
      mine.overflow = !mine.overflow;
      return setPackageOptions(this.ctx, { accountId, overflow: mine.overflow });
    }
    await this.ctx.pool.query(
      "update package_purchase set ends_at = $2 where account_id = $1 and state = 1",
      [accountId, new Date(this.ctx.clock.nowMs())],
    );
    await inTransaction(this.ctx.pool, (client) => turnOverPackage(this.ctx, client, accountId));
    mine.running = mine.waiting;
    mine.waiting = false;
  }

  async #buy(accountId: number, mine: ModelPackage, balance: AccountBalance): Promise<void> {
    const allowed = !mine.waiting && balance.availableMicros >= PRICE_MICROS;
    const order = { accountId, name: "Model", span: "day", priceMicros: PRICE_MICROS, renew: false } as const;
    const bought = await buyPackage(this.ctx, { ...order, clientId: randomUUID() }).catch((error) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if ((bought !== null) !== allowed) throw new Error(`a package was ${bought ? "sold" : "refused"}`);
    if (!allowed) return;
    balance.availableMicros -= PRICE_MICROS;
    if (mine.running) mine.waiting = true;
    else mine.running = true;
  }
}
