import type { DomainContext } from "../context";
import { bookDeposit } from "../ledger/book-deposit";
import { type AccountBalance, getBalance } from "../ledger/get-balance";
import { reportAnswer } from "../reports/report-answer";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS, STATES, type TaskEventName } from "../tasks/states";
import { buildAccount } from "./builders";
import { acceptItem, settleOne } from "./lane-items";
import type { Step } from "./ledger-steps";
import { MODEL_THREADS, ModelPackages } from "./model-package";
import { isOpen, type ModelTask, newModelTask, TOKEN_KIND, TWO_OF_THREE } from "./model-task";

/**
 * Plays a history against the database and, in the plainest words, against a model of what money must do. Throws at
 * the first step whose outcome differs. `loseAnswer` makes the next acceptance one whose outcome is unknown.
 */
export class LedgerModel {
  readonly #tasks: ModelTask[] = [];
  readonly #balances = new Map<number, AccountBalance>();
  readonly #packages: ModelPackages;

  private constructor(
    private readonly ctx: DomainContext,
    private readonly customers: readonly number[],
    private readonly workers: readonly number[],
    private readonly loseAnswer: () => Promise<void>,
  ) {
    this.#packages = new ModelPackages(ctx);
  }

  static async create(
    ctx: DomainContext,
    startMicros: readonly number[],
    loseAnswer: () => Promise<void>,
  ): Promise<LedgerModel> {
    const customers: number[] = [];
    for (const amountMicros of startMicros) customers.push(await buildAccount(ctx, { amountMicros }));
    const workers = [
      await buildAccount(ctx, { role: "worker" }),
      await buildAccount(ctx, { role: "worker" }),
      await buildAccount(ctx, { role: "worker" }),
    ];
    const model = new LedgerModel(ctx, customers, workers, loseAnswer);
    for (const id of [...customers, ...workers]) model.#balances.set(id, await getBalance(ctx, id));
    return model;
  }

  async play(step: Step): Promise<void> {
    switch (step.do) {
      case "submit":
        return this.#submit(step);
      case "deposit":
        return this.#deposit(step.customer, step.amountMicros);
      case "report":
        return this.#report(step.task);
      case "buy":
      case "package_over":
      case "overflow": {
        const accountId = pick(this.customers, step.customer);
        return this.#packages.play(step.do, accountId, this.#balanceOf(accountId));
      }
      case "assign":
        return this.#assign(step.task, step.worker);
      default:
        await this.#settle(step.do, step.task);
        if (step.again) await this.#settle(step.do, step.task);
    }
  }

  get accountIds(): number[] {
    return [...this.#balances.keys()];
  }

  /** Each account's balances by the model, with what the database says. */
  async compare(): Promise<{ expected: AccountBalance[]; actual: AccountBalance[] }> {
    const ids = [...this.#balances.keys()];
    return {
      expected: [...this.#balances.values()],
      actual: await Promise.all(ids.map((id) => getBalance(this.ctx, id))),
    };
  }

  async #submit(step: Extract<Step, { do: "submit" }>): Promise<void> {
    const { priceMicros, several } = step;
    const customer = pick(this.customers, step.customer);
    const shareMicros = Math.floor((priceMicros * step.sharePercent) / 100);
    const holdMicros = (several ? 3 : 1) * priceMicros + step.extraMicros;
    const { outcome: expected, inPackage } = this.#expectedOf(customer, holdMicros);
    const recognition = several ? TWO_OF_THREE : null;
    const item = acceptItem(this.ctx, { accountId: customer, priceMicros, shareMicros, recognition });
    const lost = step.lost ? this.loseAnswer() : null;
    const outcome = await this.ctx.lanes.accept.push({
      ...item,
      kindNumber: several ? item.kindNumber : TOKEN_KIND,
      holdMicros,
    });
    await lost;
    if (outcome !== expected) throw new Error(`submit: the database says ${outcome}, the model ${expected}`);
    if (outcome !== "accepted") return;
    const task = newModelTask({
      id: item.id,
      customer,
      priceMicros: inPackage ? 0 : priceMicros,
      shareMicros,
      holdMicros: inPackage ? 0 : holdMicros,
      inPackage,
      several,
    });
    this.#tasks.push(task);
    this.#balanceOf(customer).availableMicros -= task.holdMicros;
    this.#balanceOf(customer).heldMicros += task.holdMicros;
  }

  /** Package first, balance second. */
  #expectedOf(
    customer: number,
    holdMicros: number,
  ): { outcome: "accepted" | "package_full" | "zero_balance"; inPackage: boolean } {
    const { running, overflow } = this.#packages.of(customer);
    const taken = this.#tasks.filter((task) => task.customer === customer && task.inPackage && isOpen(task));
    if (running && taken.length < MODEL_THREADS) return { outcome: "accepted", inPackage: true };
    if (running && !overflow) return { outcome: "package_full", inPackage: false };
    const paid = this.#balanceOf(customer).availableMicros >= holdMicros;
    return { outcome: paid ? "accepted" : "zero_balance", inPackage: false };
  }

  /** Whether it comes back at once depends on the customer's other reports; once, and never more than was paid. */
  async #report(taskIndex: number): Promise<void> {
    const task = this.#tasks[taskIndex % Math.max(this.#tasks.length, 1)];
    if (!task) return;
    const report = { accountId: task.customer, taskId: task.id, verdict: "bad" } as const;
    const reply = await reportAnswer(this.ctx, report);
    const refundedMicros = reply.ok && !reply.repeated ? reply.refundedMicros : 0;
    const paidMicros =
      task.state === "answered" && !task.reported ? task.priceMicros * task.answers.length : 0;
    expectSame(`a refund of ${refundedMicros}`, [0, paidMicros].includes(refundedMicros), true);
    task.reported ||= reply.ok;
    this.#balanceOf(task.customer).availableMicros += refundedMicros;
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
        else this.#end(task, "unsolved");
        return;
      case "report_content":
        this.#end(task, "unsolved");
        this.#balanceOf(task.worker).pendingMicros += task.shareMicros;
        return;
      case "expire":
      case "cancel":
        this.#end(task, "unsolved");
        return;
      default:
        task.answers.push({ worker: task.worker, answer });
        if (task.several) this.#weigh(task, answer);
        else this.#end(task, "answered");
    }
  }

  /** Two who agree answer it; three who do not end it. */
  #weigh(task: ModelTask, answer: string): void {
    const agree = task.answers.filter((each) => each.answer === answer).length >= 2;
    if (agree) this.#end(task, "answered");
    else if (task.answers.length === 3) this.#end(task, "unsolved");
    else task.state = "queued";
  }

  /** Nothing stays held: what was not used is the customer's again, and whoever has answered is paid. */
  #end(task: ModelTask, state: "answered" | "unsolved"): void {
    task.state = state;
    const balance = this.#balanceOf(task.customer);
    balance.heldMicros -= task.holdMicros;
    balance.availableMicros +=
      task.holdMicros - (state === "answered" ? task.answers.length * task.priceMicros : 0);
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
