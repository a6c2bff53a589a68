import { watchDeposits } from "../chain/watch-deposits";
import type { DomainContext } from "../context";
import { giveDepositAddress } from "../deposits/give-deposit-address";
import { reverseDeposit } from "../deposits/reverse-deposit";
import type { AccountBalance } from "../ledger/get-balance";
import { setPaymentSettings } from "../payments/set-payment-settings";
import { Refusal } from "../refusal";
import { bookChainDeposit } from "../staff/book-chain-deposit";
import { buildAccount } from "./builders";
import { choose } from "./model-task";
import type { PaperChain } from "./paper-chain";

/** What the model's operator books by itself at least. */
export const MODEL_MINIMUM_MICROS = 100;
/** What one admin of the model may book alone. */
export const MODEL_ALONE_MICROS = 300;

/** What the model's operator has set: every amount small enough to be reached. */
export async function setModelPayments(ctx: DomainContext, payoutWallet: string): Promise<void> {
  await setPaymentSettings(ctx, {
    depositMinimumMicros: MODEL_MINIMUM_MICROS,
    handBookingAloneMicros: MODEL_ALONE_MICROS,
    payoutThresholdMicros: 1,
    payoutAloneMicros: 1_000_000,
    payoutAddressDelayHours: 24,
    payoutWallet,
    payoutWeekday: null,
    payoutsPlannedAtMs: null,
    issuer: "",
    changedBy: await buildAccount(ctx, { role: "admin" }),
  });
}

/** What the model can do to the process: the answer to its next commit is lost, until all is well again. */
export interface ModelFaults {
  loseCommit(): void;
  calm(): void;
}

interface ModelDeposit {
  txHash: string;
  accountId: number;
  micros: number;
  state: "unbooked" | "booked" | "too_small" | "reversed";
  /** Decided, and the watcher has found it gone. */
  missing: boolean;
  /** What its customer had spent of it when it was reversed last. */
  borneMicros: number;
}

/**
 * The part of the ledger's model that is about deposits over a chain: what has its confirmations is booked once, what
 * is gone before that never, and what is gone after that when staff reverse it. What was reversed and comes back is booked
 * anew, less what the platform has borne of it.
 */
export class ModelChain {
  readonly #deposits: ModelDeposit[] = [];
  readonly #addresses = new Map<number, string>();

  constructor(
    private readonly ctx: DomainContext,
    readonly chain: PaperChain,
    private readonly balanceOf: (accountId: number) => AccountBalance,
    private readonly faults: ModelFaults,
    private readonly staff: number,
  ) {}

  async send(accountId: number, micros: number): Promise<void> {
    const to = this.#addresses.get(accountId) ?? (await giveDepositAddress(this.ctx, { accountId })).address;
    this.#addresses.set(accountId, to);
    const txHash = this.chain.send([{ to, units: BigInt(micros) }]);
    this.#deposits.push({ txHash, accountId, micros, state: "unbooked", missing: false, borneMicros: 0 });
  }

  /** A deposit that a reorganisation took out comes again. */
  resend(index: number): void {
    const gone = this.#deposits.filter(({ txHash }) => !this.chain.has(txHash));
    const deposit = gone[index % Math.max(gone.length, 1)];
    if (deposit) this.chain.resend(deposit.txHash);
  }

  /**
   * Twice: the second look books nothing again. With `crash` the answer to the first commit is lost, and the process
   * does not know what became of it.
   */
  async watch(crash: boolean): Promise<void> {
    if (crash) this.faults.loseCommit();
    await watchDeposits.runOnce(this.ctx).catch((error) => {
      if (!crash) throw error;
    });
    this.faults.calm();
    await watchDeposits.runOnce(this.ctx);
    for (const deposit of this.#deposits) {
      const decided = deposit.state === "booked" || deposit.state === "too_small";
      deposit.missing = decided && !this.chain.has(deposit.txHash);
      const waits = deposit.state === "unbooked" || deposit.state === "reversed";
      if (!waits || !this.chain.isConfirmed(deposit.txHash)) continue;
      deposit.state = deposit.micros < MODEL_MINIMUM_MICROS ? "too_small" : "booked";
      if (deposit.state === "booked") this.#credit(deposit);
    }
  }

  /** Staff reverse a deposit: only one that is booked and gone, and no balance falls below nothing by it. */
  async reverse(index: number, any: boolean): Promise<void> {
    const deposit = choose(this.#deposits, { index, any, fits: ({ missing }) => missing });
    if (deposit) await this.#reverse(deposit);
  }

  async #reverse(deposit: ModelDeposit): Promise<void> {
    const depositId = await this.#idOf(deposit);
    const done = await refusable(
      reverseDeposit(this.ctx, { depositId, reason: "the chain took it back", reversedBy: this.staff }),
    );
    const allowed = deposit.state === "booked" && deposit.missing;
    if ((done !== null) !== allowed)
      throw new Error(`a deposit that is ${deposit.state} was ${done ? "reversed" : "kept"}`);
    if (!allowed) return;
    const balance = this.balanceOf(deposit.accountId);
    const takenBack = Math.min(deposit.micros, balance.availableMicros);
    balance.availableMicros -= takenBack;
    deposit.borneMicros = deposit.micros - takenBack;
    deposit.state = "reversed";
    deposit.missing = false;
  }

  /** Staff book by hand what is too small to be booked by itself. */
  async bookSmall(index: number, any: boolean): Promise<void> {
    const deposit = choose(this.#deposits, { index, any, fits: ({ state }) => state === "too_small" });
    if (!deposit) return;
    const done = await refusable(
      bookChainDeposit(this.ctx, {
        depositId: await this.#idOf(deposit),
        amountMicros: deposit.micros,
        reason: "small, and theirs",
        bookedBy: this.staff,
      }),
    );
    const allowed = deposit.state === "too_small" && !deposit.missing;
    if ((done !== null) !== allowed)
      throw new Error(`a deposit that is ${deposit.state} was ${done ? "" : "not "}booked by hand`);
    if (!allowed) return;
    deposit.state = "booked";
    this.#credit(deposit);
  }

  /** Staff reverse all that is gone, and later reorganisations reach nothing of this history. */
  async end(): Promise<void> {
    await this.watch(false);
    for (const deposit of this.#deposits)
      if (deposit.state === "booked" && deposit.missing) await this.#reverse(deposit);
    this.chain.mine(10);
    await this.watch(false);
  }

  #credit(deposit: ModelDeposit): void {
    this.balanceOf(deposit.accountId).availableMicros += deposit.micros - deposit.borneMicros;
    deposit.borneMicros = 0;
  }

  async #idOf({ txHash }: ModelDeposit): Promise<number> {
    const { rows } = await this.ctx.pool.query<{ id: number }>(
      "select id from chain_deposit where tx_hash = $1 order by id desc limit 1",
      [txHash],
    );
    // Not seen yet.
    return rows[0]?.id ?? 1;
  }
}

/** What was done, or null when it was refused. */
export async function refusable<T>(act: Promise<T>): Promise<T | null> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
