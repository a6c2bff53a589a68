import { randomBytes } from "node:crypto";
import { PAYOUT_MISSING_MS } from "@sightline/contract/payouts";
import { getAddress } from "viem";
import type { DomainContext } from "../context";
import type { AccountBalance } from "../ledger/get-balance";
import { confirmPayouts } from "../payouts/confirm-payouts";
import { decidePayoutBatch } from "../payouts/decide-payout-batch";
import { dropPayoutTransaction } from "../payouts/drop-payout-transaction";
import { enterPayoutTransaction } from "../payouts/enter-payout-transaction";
import { listPayoutBatches } from "../payouts/list-payout-batches";
import { makePayoutBatch } from "../payouts/make-payout-batch";
import { returnPayout } from "../payouts/return-payout";
import { setPayoutAddress } from "../payouts/set-payout-address";
import { settlePayoutStray } from "../payouts/settle-payout-stray";
import { type ModelFaults, refusable } from "./model-chain";
import { choose } from "./model-task";
import type { PaperChain } from "./paper-chain";

interface ModelPayout {
  payoutId: number;
  batchId: number;
  accountId: number;
  micros: number;
  state: "reserved" | "paid" | "returned" | "undone";
  /** The transaction that has paid it. */
  paidBy?: string;
}
/** Longer than a confirmed transaction is left alone. */
const LOOKED_AGAIN_MS = 20_000;
const isReserved = ({ state }: ModelPayout) => state === "reserved";
interface ModelPayment {
  txHash: string;
  batchId: number;
  /** Whom it pays; what no reserved row of its batch asks for is stray. */
  transfers: { accountId: number; micros: number }[];
  state: "entered" | "settled" | "dropped";
}

/**
 * The part of the ledger's model that is about payouts: reserved once, then paid by one transfer of the chain or
 * returned, never both and never twice; what was paid and is gone from the chain is undone by staff; and every transfer that
 * pays no payout is named.
 */
export class ModelPayouts {
  readonly #payouts: ModelPayout[] = [];
  readonly #payments: ModelPayment[] = [];
  readonly #addresses = new Map<number, string>();
  /** Transactions with the place of a transfer in them. */
  readonly #strays = new Set<string>();

  constructor(
    private readonly ctx: DomainContext,
    private readonly chain: PaperChain,
    private readonly balanceOf: (accountId: number) => AccountBalance,
    private readonly faults: ModelFaults,
    private readonly staff: number,
  ) {}

  async addressOf(accountId: number): Promise<void> {
    const address = getAddress(`0x${randomBytes(20).toString("hex")}`);
    await setPayoutAddress(this.ctx, { accountId, chainId: this.chain.options.chainId, address });
    this.#addresses.set(accountId, address);
  }

  /** Reserves what is confirmed of everybody who has no payout under way. */
  async batch(approve: boolean): Promise<void> {
    const due = [...this.#addresses.keys()].filter(
      (accountId) =>
        this.balanceOf(accountId).availableMicros > 0 &&
        !this.#payouts.some((payout) => payout.accountId === accountId && payout.state === "reserved"),
    );
    const made = await refusable(
      makePayoutBatch(this.ctx, { token: this.chain.token.symbol, madeBy: this.staff }),
    );
    if ((made?.rows ?? 0) !== due.length)
      throw new Error(`a batch of ${made?.rows ?? 0} was made, the model says ${due.length}`);
    if (made === null) return;
    const { rows } = await this.ctx.pool.query<{ id: number; accountId: number }>(
      `select id, account_id as "accountId" from payout where batch_id = $1`,
      [made.batchId],
    );
    for (const { id, accountId } of rows) {
      const balance = this.balanceOf(accountId);
      const payout = { payoutId: id, batchId: made.batchId, accountId, micros: balance.availableMicros };
      this.#payouts.push({ ...payout, state: approve ? "reserved" : "returned" });
      if (approve) balance.availableMicros = 0;
    }
    await decidePayoutBatch(this.ctx, { batchId: made.batchId, approve, decidedBy: this.staff });
  }

  /**
   * The wallet pays some rows of a batch, whatever their state; `wrong` pays one of them a micro-dollar too much, `lost`
   * is entered and never sent.
   */
  async pay(
    index: number,
    { any, some, wrong, lost }: { any: boolean; some: number; wrong: boolean; lost: boolean },
  ): Promise<void> {
    const batchId = choose(this.#payouts, { index, any, fits: isReserved })?.batchId;
    if (batchId === undefined) return;
    const rows = this.#payouts.filter(
      (payout, place) => payout.batchId === batchId && (some >> (place % 3)) & 1,
    );
    const transfers = rows.map(({ accountId, micros }, place) => ({
      accountId,
      micros: micros + (wrong && place === 0 ? 1 : 0),
    }));
    if (transfers.length === 0) return;
    const txHash = lost
      ? `0x${randomBytes(32).toString("hex")}`
      : this.chain.send(
          transfers.map(({ accountId, micros }) => ({
            to: this.#addresses.get(accountId) ?? "",
            units: BigInt(micros),
          })),
        );
    const entered = await refusable(
      enterPayoutTransaction(this.ctx, { batchId, txHash, enteredBy: this.staff }).then(() => true),
    );
    if (entered) this.#payments.push({ txHash, batchId, transfers, state: "entered" });
  }

  async confirm(crash: boolean): Promise<void> {
    if (crash) this.faults.loseCommit();
    await confirmPayouts.runOnce(this.ctx).catch((error) => {
      if (!crash) throw error;
    });
    this.faults.calm();
    await confirmPayouts.runOnce(this.ctx);
    const { rows } = await this.ctx.pool.query<{ txHash: string; state: string }>(
      `select tx_hash as "txHash", state from payout_transaction where tx_hash = any($1)`,
      [this.#payments.map(({ txHash }) => txHash)],
    );
    const settled = new Set(
      rows.filter(({ state }) => state === "confirmed" || state === "failed").map(({ txHash }) => txHash),
    );
    for (const payment of this.#payments) {
      if (payment.state === "settled") continue;
      const stands = this.chain.isConfirmed(payment.txHash);
      if (payment.state === "entered" && settled.has(payment.txHash) !== stands)
        throw new Error(`a payment was ${stands ? "not " : ""}settled`);
      if (settled.has(payment.txHash)) this.#settle(payment);
    }
  }

  #settle(payment: ModelPayment): void {
    payment.state = "settled";
    for (const [place, { accountId, micros }] of payment.transfers.entries()) {
      const row = this.#payouts.find(
        (each) =>
          each.batchId === payment.batchId &&
          each.accountId === accountId &&
          each.micros === micros &&
          each.state === "reserved",
      );
      if (row) Object.assign(row, { state: "paid", paidBy: payment.txHash });
      else this.#strays.add(`${payment.txHash} ${place}`);
    }
  }

  async giveBack(index: number, any: boolean): Promise<void> {
    const payout = choose(this.#payouts, { index, any, fits: isReserved });
    if (!payout) return;
    const { payoutId, batchId } = payout;
    const awaited = this.#payments.some((each) => each.batchId === batchId && each.state === "entered");
    const allowed = payout.state === "reserved" && !awaited;
    const done = await refusable(
      returnPayout(this.ctx, { payoutId, reason: "not paid", returnedBy: this.staff }).then(() => true),
    );
    if ((done !== null) !== allowed)
      throw new Error(`a payout that is ${payout.state} was ${done ? "" : "not "}returned`);
    if (!allowed) return;
    payout.state = "returned";
    this.balanceOf(payout.accountId).availableMicros += payout.micros;
  }

  /** What it has paid, though the chain has it no more. */
  #paidInVain({ txHash }: ModelPayment): ModelPayout[] {
    if (this.chain.has(txHash)) return [];
    return this.#payouts.filter(({ state, paidBy }) => state === "paid" && paidBy === txHash);
  }

  /**
   * Half an hour later, and some blocks, a transaction that the chain does not know is taken off. What it had paid before a
   * reorganisation goes back.
   */
  async drop(index: number, pass: (ms: number) => Promise<void>): Promise<void> {
    await this.confirm(false);
    const waiting = this.#payments.filter(
      (each) => each.state === "entered" || this.#paidInVain(each).length > 0,
    );
    const payment = waiting[index % Math.max(waiting.length, 1)];
    if (!payment) return;
    const { batchId, txHash } = payment;
    const takeOff = () =>
      refusable(
        dropPayoutTransaction(this.ctx, {
          batchId,
          txHash,
          reason: "never came",
          droppedBy: this.staff,
        }).then(() => true),
      );
    // The first time only says that it is missing.
    if (payment.state === "settled") await takeOff();
    await pass(PAYOUT_MISSING_MS);
    this.chain.mine(3);
    const dropped = await takeOff();
    if ((dropped !== null) === this.chain.has(txHash))
      throw new Error(`a transaction that the chain ${dropped ? "has was" : "lacks was not"} taken off`);
    if (dropped) {
      for (const payout of this.#paidInVain(payment)) {
        payout.state = "undone";
        this.balanceOf(payout.accountId).availableMicros += payout.micros;
      }
      payment.state = "dropped";
    }
    await this.confirm(false);
  }

  /** A payment that a reorganisation took out comes again. */
  resend(index: number): void {
    const gone = this.#payments.filter(({ txHash }) => !this.chain.has(txHash));
    const payment = gone[index % Math.max(gone.length, 1)];
    if (payment && this.chain.knows(payment.txHash)) this.chain.resend(payment.txHash);
  }

  /**
   * What was paid and is gone comes back, and is found. Every stray transfer is named; then staff settle them, and nobody is
   * due any more.
   */
  async end(pass: (ms: number) => Promise<void>): Promise<void> {
    for (const payment of this.#payments)
      if (this.#paidInVain(payment).length > 0) this.chain.resend(payment.txHash);
    this.chain.mine(10);
    await pass(LOOKED_AGAIN_MS);
    await this.confirm(false);
    const { strays } = await listPayoutBatches(this.ctx);
    if (strays.length !== this.#strays.size)
      throw new Error(`${strays.length} strays are named, the model says ${this.#strays.size}`);
    for (const { strayId } of strays)
      await settlePayoutStray(this.ctx, { strayId, reason: "written off", settledBy: this.staff });
    await this.ctx.pool.query("update account_profile set suspended_at = now() where account_id = any($1)", [
      [...this.#addresses.keys()],
    ]);
    await this.ctx.pool.query(
      "update payout_transaction set entered_at = 'epoch', state = 'failed' where state in ('entered', 'dropped')",
    );
  }
}
