import type { RecognitionRule } from "@sightline/contract/recognition";
import type { DomainContext } from "../context";
import { bookDeposit } from "../ledger/book-deposit";
import { type AccountBalance, getBalance } from "../ledger/get-balance";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS, STATES, type TaskEventName } from "../tasks/states";
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
  | { do: "submit"; customer: number; priceMicros: number; sharePercent: number; several?: boolean }
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
  /** Given, and not final yet. */
  answer: string;
  votes: number;
  /** Takes up to three answers, two of which must agree. */
  several: boolean;
  answers: { worker: number; answer: string }[];
}

const TWO_OF_THREE: RecognitionRule = { mode: "matches", answersMin: 2, answersMax: 3, matchesMin: 2 };

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
      await buildAccount(ctx, { role: "worker" }),
    ];
    const model = new LedgerModel(ctx, customers, workers);
    for (const id of [...customers, ...workers]) model.#balances.set(id, await getBalance(ctx, id));
    return model;
  }

  async play(step: Step): Promise<void> {
    switch (step.do) {
      case "submit":
        return this.#submit(step);
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

  async #submit({
    customer,
    priceMicros,
    sharePercent,
    several = false,
  }: Extract<Step, { do: "submit" }>): Promise<void> {
    const accountId = pick(this.customers, customer);
    const shareMicros = Math.floor((priceMicros * sharePercent) / 100);
    const balance = this.#balanceOf(accountId);
    const recognition = several ? TWO_OF_THREE : null;
    const item = acceptItem(this.ctx, { accountId, priceMicros, shareMicros, recognition });
    const holdMicros = several ? 3 * priceMicros : priceMicros;
    const accepted = await this.ctx.lanes.accept.push(item);
    expectSame("accepted", accepted === "accepted", balance.availableMicros >= holdMicros);
    if (accepted !== "accepted") return;
    balance.availableMicros -= holdMicros;
    balance.heldMicros += holdMicros;
    this.#tasks.push({
      id: item.id,
      customer: accountId,
      priceMicros,
      several,
      answer: "",
      answers: [],
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
    // The second worker and the third read alike, the first differently.
    const answer = `reading ${Math.min(1, this.workers.indexOf(task.worker))}`;
    const settled = await settleOne(this.ctx, event, { ...task, answer });
    const allowed =
      event === "expire" || event === "cancel"
        ? task.state === "queued"
        : task.state === (event === "confirm" || event === "take_back" ? "given" : "assigned");
    expectSame(`${event} on a task that is ${task.state}`, settled !== null, allowed);
    if (event === "answer" && allowed) task.answer = answer;
    if (allowed) this.#follow(event, task, event === "confirm" ? task.answer : answer);
    if (settled?.stateNumber === STATES.weighed) await this.ctx.weighing.push(task.id);
  }

  async #age(task: ModelTask): Promise<void> {
    const now = new Date(this.ctx.clock.nowMs());
    await this.ctx.pool.query("update open_task set expires_at = $2 where id = $1 and state = 0", [
      task.id,
      now,
    ]);
  }

  #follow(event: TaskEventName, task: ModelTask, answer: string): void {
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
        task.answers.push({ worker: task.worker, answer });
        if (task.several) this.#weigh(task, answer);
        else this.#capture(task, 1);
    }
  }

  /** Two who agree answer it; three who do not end it. */
  #weigh(task: ModelTask, answer: string): void {
    const agree = task.answers.filter((each) => each.answer === answer).length >= 2;
    if (agree) this.#capture(task, 3);
    else if (task.answers.length === 3) this.#release(task);
    else task.state = "queued";
  }

  #capture(task: ModelTask, heldPrices: number): void {
    const used = task.answers.length;
    task.state = "ended";
    const balance = this.#balanceOf(task.customer);
    balance.heldMicros -= heldPrices * task.priceMicros;
    balance.availableMicros += (heldPrices - used) * task.priceMicros;
    for (const { worker } of task.answers) this.#balanceOf(worker).pendingMicros += task.shareMicros;
  }

  #release(task: ModelTask): void {
    task.state = "ended";
    const balance = this.#balanceOf(task.customer);
    const holdMicros = task.several ? 3 * task.priceMicros : task.priceMicros;
    balance.heldMicros -= holdMicros;
    balance.availableMicros += holdMicros;
    for (const { worker } of task.answers) this.#balanceOf(worker).pendingMicros += task.shareMicros;
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
