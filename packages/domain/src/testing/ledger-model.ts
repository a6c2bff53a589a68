import { isDeepStrictEqual } from "node:util";
import type { DomainContext } from "../context";
import { bookDeposit } from "../ledger/book-deposit";
import { type AccountBalance, getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { decideHandBooking } from "../staff/decide-hand-booking";
import { depositByHand } from "../staff/deposit-by-hand";
import { buildAccount } from "./builders";
import type { Step } from "./ledger-steps";
import { ModelChain, type ModelFaults } from "./model-chain";
import { ModelPackages } from "./model-package";
import { ModelPay } from "./model-pay";
import { ModelPayouts } from "./model-payouts";
import { pick } from "./model-task";
import { ModelTasks } from "./model-tasks";
import type { PaperChain } from "./paper-chain";

/** What a history is played with, besides the domain. */
export interface ModelWorld {
  chain: PaperChain;
  faults: ModelFaults & { loseAnswer(): Promise<void> };
  /** Moves the clocks of all processes. */
  advance(ms: number): void;
}

/**
 * Plays a history against the database and, in the plainest words, against a model of what money must do. Throws at
 * the first step whose outcome differs.
 */
export class LedgerModel {
  readonly #tasks: ModelTasks;
  readonly #balances = new Map<number, AccountBalance>();
  readonly #packages: ModelPackages;
  readonly #chain: ModelChain;
  readonly #pay: ModelPay;
  readonly #payouts: ModelPayouts;

  private constructor(
    private readonly ctx: DomainContext,
    private readonly world: ModelWorld,
    private readonly customers: readonly number[],
    private readonly workers: readonly number[],
    private readonly staff: readonly [number, number],
  ) {
    const balanceOf = (accountId: number) => this.#balanceOf(accountId);
    const { chain, faults } = world;
    const [admin] = staff;
    this.#packages = new ModelPackages(ctx);
    this.#tasks = new ModelTasks(ctx, { customers, workers }, this.#packages, balanceOf, faults);
    const pass = (ms: number) => this.#pass(ms);
    this.#chain = new ModelChain(ctx, chain, balanceOf, faults, admin);
    this.#pay = new ModelPay(ctx, this.#tasks.all, balanceOf, pass, admin);
    this.#payouts = new ModelPayouts(ctx, chain, balanceOf, faults, admin);
  }

  static async create(
    ctx: DomainContext,
    startMicros: readonly number[],
    world: ModelWorld,
  ): Promise<LedgerModel> {
    const customers: number[] = [];
    for (const amountMicros of startMicros) customers.push(await buildAccount(ctx, { amountMicros }));
    const workers = [
      await buildAccount(ctx, { role: "worker" }),
      await buildAccount(ctx, { role: "worker" }),
      await buildAccount(ctx, { role: "worker" }),
    ];
    const admin = () => buildAccount(ctx, { role: "admin" });
    const model = new LedgerModel(ctx, world, customers, workers, [await admin(), await admin()]);
    for (const id of [...customers, ...workers]) model.#balances.set(id, await getBalance(ctx, id));
    for (const id of workers) await model.#payouts.addressOf(id);
    return model;
  }

  /** Every worker has solved a task, and its pay is confirmed: there is something to pay out. */
  async open(): Promise<void> {
    const submit = { customer: 0, sharePercent: 100, several: false, extraMicros: 0, lost: false } as const;
    for (const worker of this.workers.keys()) {
      const task = this.#tasks.all.length;
      const priceMicros = 100 + worker;
      await this.play({ do: "deposit", customer: 0, amountMicros: priceMicros });
      await this.play({ do: "submit", ...submit, priceMicros });
      await this.play({ do: "assign", task, any: true, worker });
      await this.play({ do: "answer_finally", task, any: true, again: false });
    }
    await this.play({ do: "confirm_pay" });
  }

  /** Ends what is open, so that the next history's pay can be confirmed, and settles what is stray or gone. */
  async end(): Promise<void> {
    await this.#tasks.endAll();
    await this.#chain.end();
    await this.#payouts.end((ms) => this.#pass(ms));
  }

  /** Plays the step; whoever reads the books between it and the next finds them in order. */
  async play(step: Step): Promise<void> {
    await this.#do(step);
    const { expected, actual } = await this.compare();
    if (!isDeepStrictEqual(actual, expected)) {
      const words = JSON.stringify({ expected, actual });
      throw new Error(`after ${JSON.stringify(step)} the balances are not what the postings say: ${words}`);
    }
    const found = await reconcile(this.ctx.pool, { onlyAtOnce: true });
    if (found.length > 0) throw new Error(`after ${JSON.stringify(step)}: ${JSON.stringify(found)}`);
  }

  async #do(step: Step): Promise<void> {
    switch (step.do) {
      case "submit":
        return this.#tasks.submit(step);
      case "deposit":
        return this.#deposit(step.customer, step.amountMicros);
      case "report":
        return this.#tasks.report(step);
      case "chain_deposit":
        return this.#chain.send(pick(this.customers, step.customer), step.amountMicros);
      case "watch":
        this.world.chain.mine(step.blocks);
        return this.#chain.watch(step.crash);
      case "reorganise":
        return this.world.chain.reorganise(step.blocks);
      case "resend":
        this.#chain.resend(step.index);
        return this.#payouts.resend(step.index);
      case "reverse":
        return this.#chain.reverse(step.index, step.any);
      case "book_small":
        return this.#chain.bookSmall(step.index, step.any);
      case "hand_deposit":
        return this.#handDeposit(step);
      case "refund": {
        const task = this.#tasks.for(step, (each) => each.state === "answered");
        return task && this.#pay.refund(task, step);
      }
      case "confirm_pay":
        return this.#pay.confirm();
      case "batch":
        return this.#payouts.batch(step.approve);
      case "pay":
        return this.#payouts.pay(step.index, step);
      case "confirm_payouts":
        this.world.chain.mine(step.blocks);
        return this.#payouts.confirm(step.crash);
      case "return":
        return this.#payouts.giveBack(step.index, step.any);
      case "drop":
        return this.#payouts.drop(step.index, (ms) => this.#pass(ms));
      case "buy":
      case "package_over":
      case "overflow": {
        const accountId = pick(this.customers, step.customer);
        return this.#packages.play(step.do, accountId, this.#balanceOf(accountId));
      }
      case "assign":
        return this.#tasks.assign(step);
      default:
        return this.#tasks.play(step);
    }
  }

  async #pass(ms: number): Promise<void> {
    await this.#tasks.endGrace();
    this.world.advance(ms);
  }

  get accountIds(): number[] {
    return [...this.#balances.keys()];
  }

  /** Each account's balances by the model, with what the database says. */
  async compare(): Promise<{ expected: AccountBalance[]; actual: AccountBalance[] }> {
    const { rows } = await this.ctx.pool.query<AccountBalance>({
      name: "model_balances",
      text: `select available_micros as "availableMicros", held_micros as "heldMicros", pending_micros as "pendingMicros"
             from unnest($1::int[]) with ordinality as asked(id, position) join account using (id) order by position`,
      values: [this.accountIds],
    });
    return { expected: [...this.#balances.values()], actual: rows };
  }

  /** Over the limit another admin decides; until then nothing moves. */
  async #handDeposit(step: Extract<Step, { do: "hand_deposit" }>): Promise<void> {
    const { amountMicros, approve } = step;
    const accountId = pick(this.customers, step.customer);
    const [asking, deciding] = this.staff;
    const deposit = { accountId, amountMicros, reason: "by hand", bookedBy: asking };
    const { waits } = await depositByHand(this.ctx, deposit);
    if (waits) {
      const { rows } = await this.ctx.pool.query<{ id: number }>(
        "select id from hand_booking where account_id = $1 and state = 'waiting'",
        [accountId],
      );
      await decideHandBooking(this.ctx, { bookingId: rows[0]?.id ?? 0, approve, decidedBy: deciding });
    }
    if (!waits || approve) this.#balanceOf(accountId).availableMicros += amountMicros;
  }

  async #deposit(customer: number, amountMicros: number): Promise<void> {
    const accountId = pick(this.customers, customer);
    await bookDeposit(this.ctx, { accountId, amountMicros, reason: "model", bookedBy: null });
    this.#balanceOf(accountId).availableMicros += amountMicros;
  }

  #balanceOf(accountId: number): AccountBalance {
    const balance = this.#balances.get(accountId);
    if (!balance) throw new Error(`account ${accountId} is not in the model`);
    return balance;
  }
}
