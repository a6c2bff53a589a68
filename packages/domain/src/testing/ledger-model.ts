import type { DomainContext } from "../context";
import { bookDeposit } from "../ledger/book-deposit";
import { type AccountBalance, getBalance } from "../ledger/get-balance";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS, type TaskEventName } from "../tasks/states";
import { buildAccount } from "./builders";
import { acceptItem, settleOne } from "./lane-items";

export const HOLDER_EVENTS = [
  "answer",
  "answer_finally",
  "confirm",
  "take_back",
  "pass",
  "unreadable",
  "report_content",
  "give_back",
] as const satisfies readonly TaskEventName[];

/** One step of a generated history. Numbers choose among what there is at that moment. */
export type Step =
  | { do: "submit"; customer: number; priceMicros: number; sharePercent: number }
  | { do: "deposit"; customer: number; amountMicros: number }
  | { do: "assign"; task: number; worker: number }
  | { do: (typeof HOLDER_EVENTS)[number]; task: number; again: boolean }
  | { do: "expire" | "cancel"; task: number; again: boolean };

interface ModelTask {
  id: number;
  customer: number;
  priceMicros: number;
  shareMicros: number;
  state: "queued" | "assigned" | "given" | "ended";
  worker: number;
  leaseNo: number;
  votes: number;
}

/**
 * Plays a history against the database and, in the plainest words, against a model of what money must do. Throws at
 * the first step whose outcome differs.
 */
export class LedgerModel {
  readonly #tasks: ModelTask[] = [];
  readonly #balances = new Map<number, AccountBalance>();

  private constructor(
    private readonly ctx: DomainContext,
    private readonly customers: readonly number[],
    private readonly workers: readonly number[],
  ) {}

  static async create(ctx: DomainContext, startMicros: readonly number[]): Promise<LedgerModel> {
    const customers: number[] = [];
    for (const amountMicros of startMicros) customers.push(await buildAccount(ctx, { amountMicros }));
    const workers = [
      await buildAccount(ctx, { role: "worker" }),
      await buildAccount(ctx, { role: "worker" }),
    ];
    const model = new LedgerModel(ctx, customers, workers);
    for (const id of [...customers, ...workers]) model.#balances.set(id, await getBalance(ctx, id));
    return model;
  }

  async play(step: Step): Promise<void> {
    switch (step.do) {
      case "submit":
        return this.#submit(step.customer, step.priceMicros, step.sharePercent);
      case "deposit":
        return this.#deposit(step.customer, step.amountMicros);
      case "assign":
        return this.#assign(step.task, step.worker);
      default:
        await this.#settle(step.do, step.task);
        if (step.again) await this.#settle(step.do, step.task);
    }
  }

  /** Each account's balances by the model, with what the database says. */
  async compare(): Promise<{ expected: AccountBalance[]; actual: AccountBalance[] }> {
    const ids = [...this.#balances.keys()];
    return {
      expected: [...this.#balances.values()],
      actual: await Promise.all(ids.map((id) => getBalance(this.ctx, id))),
    };
  }

  async #submit(customer: number, priceMicros: number, sharePercent: number): Promise<void> {
    const accountId = pick(this.customers, customer);
    const shareMicros = Math.floor((priceMicros * sharePercent) / 100);
    const balance = this.#balanceOf(accountId);
    const item = acceptItem(this.ctx, { accountId, priceMicros, shareMicros });
    const accepted = await this.ctx.lanes.accept.push(item);
    expectSame("accepted", accepted === "accepted", balance.availableMicros >= priceMicros);
    if (accepted !== "accepted") return;
    balance.availableMicros -= priceMicros;
    balance.heldMicros += priceMicros;
    this.#tasks.push({
      id: item.id,
      customer: accountId,
      priceMicros,
      shareMicros,
      state: "queued",
      worker: 0,
      leaseNo: 0,
      votes: 0,
    });
  }

  async #deposit(customer: number, amountMicros: number): Promise<void> {
    const accountId = pick(this.customers, customer);
    await bookDeposit(this.ctx, { accountId, amountMicros, reason: "model", bookedBy: null });
    this.#balanceOf(accountId).availableMicros += amountMicros;
  }

  async #assign(taskIndex: number, workerIndex: number): Promise<void> {
    const task = this.#tasks[taskIndex % Math.max(this.#tasks.length, 1)];
    if (!task) return;
    const worker = pick(this.workers, workerIndex);
    const { rowCount } = await this.ctx.hotPool.query({
      ...CLAIM_STATEMENT,
      values: [[task.id], [worker], [EVENTS.assign.number], new Date(this.ctx.clock.nowMs())],
    });
    expectSame("assigned", rowCount === 1, task.state === "queued");
    if (task.state !== "queued") return;
    Object.assign(task, { state: "assigned", worker, leaseNo: task.leaseNo + 1 });
  }

  async #settle(event: TaskEventName, taskIndex: number): Promise<void> {
    const task = this.#tasks[taskIndex % Math.max(this.#tasks.length, 1)];
    if (!task) return;
    if (event === "expire") await this.#age(task);
    const settled = await settleOne(this.ctx, event, task);
    const allowed =
      event === "expire" || event === "cancel"
        ? task.state === "queued"
        : task.state === (event === "confirm" || event === "take_back" ? "given" : "assigned");
    expectSame(`${event} on a task that is ${task.state}`, settled !== null, allowed);
    if (allowed) this.#follow(event, task);
  }

  async #age(task: ModelTask): Promise<void> {
    const now = new Date(this.ctx.clock.nowMs());
    await this.ctx.pool.query("update open_task set expires_at = $2 where id = $1 and state = 0", [
      task.id,
      now,
    ]);
  }

  #follow(event: TaskEventName, task: ModelTask): void {
    switch (event) {
      case "answer":
        task.state = "given";
        return;
      case "take_back":
        task.state = "assigned";
        return;
      case "pass":
      case "give_back":
        task.state = "queued";
        return;
      case "unreadable":
        task.votes++;
        if (task.votes < 3) task.state = "queued";
        else this.#release(task);
        return;
      case "report_content":
        this.#release(task);
        this.#balanceOf(task.worker).pendingMicros += task.shareMicros;
        return;
      case "expire":
      case "cancel":
        this.#release(task);
        return;
      default:
        task.state = "ended";
        this.#balanceOf(task.customer).heldMicros -= task.priceMicros;
        this.#balanceOf(task.worker).pendingMicros += task.shareMicros;
    }
  }

  #release(task: ModelTask): void {
    task.state = "ended";
    const balance = this.#balanceOf(task.customer);
    balance.heldMicros -= task.priceMicros;
    balance.availableMicros += task.priceMicros;
  }

  #balanceOf(accountId: number): AccountBalance {
    const balance = this.#balances.get(accountId);
    if (!balance) throw new Error(`account ${accountId} is not in the model`);
    return balance;
  }
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}

function expectSame(what: string, actual: boolean, expected: boolean): void {
  if (actual !== expected) throw new Error(`${what}: the database says ${actual}, the model ${expected}`);
}
