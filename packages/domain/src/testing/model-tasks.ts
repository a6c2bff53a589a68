import type { DomainContext } from "../context";
import type { AccountBalance } from "../ledger/get-balance";
import { reportAnswer } from "../reports/report-answer";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS, STATES, type TaskEventName } from "../tasks/states";
import { acceptItem, settleOne } from "./lane-items";
import type { Step } from "./ledger-steps";
import { MODEL_THREADS, type ModelPackages } from "./model-package";
import {
  chargedFor,
  choose,
  isOpen,
  type ModelTask,
  newModelTask,
  pick,
  TOKEN_KIND,
  TWO_OF_THREE,
} from "./model-task";

/** A task's time never runs out by itself here: steps decide. */
const FOREVER_MS = 20 * 86_400_000;

/** The part of the ledger's model that is about tasks: from their submission to their end, and reports of them. */
export class ModelTasks {
  readonly all: ModelTask[] = [];

  constructor(
    private readonly ctx: DomainContext,
    private readonly people: { customers: readonly number[]; workers: readonly number[] },
    private readonly packages: ModelPackages,
    private readonly balanceOf: (accountId: number) => AccountBalance,
    private readonly faults: { loseAnswer(): Promise<void> },
  ) {}

  /** An event that a step causes, once or twice. */
  async play(step: Extract<Step, { again: boolean }>): Promise<void> {
    const task = this.for(step, ({ state }) => state === stateBefore(step.do));
    if (!task) return;
    await this.settle(step.do, task);
    if (step.again) await this.settle(step.do, task);
  }

  /** An answer that could be taken back no longer can: it counts, as a timer would have it. */
  async endGrace(): Promise<void> {
    for (const task of this.all) if (task.state === "given") await this.settle("confirm", task);
  }

  async endAll(): Promise<void> {
    await this.endGrace();
    for (const task of this.all) {
      if (task.state === "assigned") await this.settle("give_back", task);
      if (task.state === "queued") await this.settle("cancel", task);
    }
  }

  for(
    { task, any }: { task: number; any: boolean },
    fits: (task: ModelTask) => boolean,
  ): ModelTask | undefined {
    return choose(this.all, { index: task, any, fits });
  }

  async submit(step: Extract<Step, { do: "submit" }>): Promise<void> {
    const { priceMicros, several } = step;
    const customer = pick(this.people.customers, step.customer);
    const shareMicros = Math.floor((priceMicros * step.sharePercent) / 100);
    const holdMicros = (several ? 3 : 1) * priceMicros + step.extraMicros;
    const { outcome: expected, inPackage } = this.#expectedOf(customer, holdMicros);
    const recognition = several ? TWO_OF_THREE : null;
    const item = acceptItem(this.ctx, { accountId: customer, priceMicros, shareMicros, recognition });
    const lost = step.lost ? this.faults.loseAnswer() : null;
    const outcome = await this.ctx.lanes.accept.push({
      ...item,
      kindNumber: several ? item.kindNumber : TOKEN_KIND,
      holdMicros,
      lifetimeMs: FOREVER_MS,
      leaseMs: FOREVER_MS,
    });
    await lost;
    if (outcome !== expected) throw new Error(`submit: the database says ${outcome}, the model ${expected}`);
    if (outcome !== "accepted" && outcome !== "in_package") return;
    const task = newModelTask({
      id: item.id,
      customer,
      priceMicros: inPackage ? 0 : priceMicros,
      shareMicros,
      holdMicros: inPackage ? 0 : holdMicros,
      inPackage,
      several,
    });
    this.all.push(task);
    this.balanceOf(customer).availableMicros -= task.holdMicros;
    this.balanceOf(customer).heldMicros += task.holdMicros;
  }

  /** Package first, balance second. */
  #expectedOf(
    customer: number,
    holdMicros: number,
  ): { outcome: "accepted" | "in_package" | "package_full" | "zero_balance"; inPackage: boolean } {
    const { running, overflow } = this.packages.of(customer);
    const taken = this.all.filter((task) => task.customer === customer && task.inPackage && isOpen(task));
    if (running && taken.length < MODEL_THREADS) return { outcome: "in_package", inPackage: true };
    if (running && !overflow) return { outcome: "package_full", inPackage: false };
    const paid = this.balanceOf(customer).availableMicros >= holdMicros;
    return { outcome: paid ? "accepted" : "zero_balance", inPackage: false };
  }

  /** Whether it comes back at once depends on the customer's other reports; once, and never more than was paid and is not back. */
  async report(step: Extract<Step, { do: "report" }>): Promise<void> {
    const task = this.for(step, ({ state, reported }) => state === "answered" && !reported);
    if (!task) return;
    const report = { accountId: task.customer, taskId: task.id, verdict: "bad" } as const;
    const reply = await reportAnswer(this.ctx, report);
    const refundedMicros = reply.ok && !reply.repeated ? reply.refundedMicros : 0;
    const leftMicros = task.reported ? 0 : chargedFor(task) - task.givenBackMicros;
    expectSame(`a refund of ${refundedMicros}`, [0, leftMicros].includes(refundedMicros), true);
    task.reportWaits ||= reply.ok && !reply.repeated && task.several;
    task.reported ||= reply.ok;
    task.givenBackMicros += refundedMicros;
    this.balanceOf(task.customer).availableMicros += refundedMicros;
  }

  async assign(step: Extract<Step, { do: "assign" }>): Promise<void> {
    const task = this.for(step, ({ state }) => state === "queued");
    if (!task) return;
    const worker = pick(this.people.workers, step.worker);
    const { rowCount } = await this.ctx.hotPool.query({
      ...CLAIM_STATEMENT,
      values: [[task.id], [worker], [EVENTS.assign.number], new Date(this.ctx.clock.nowMs())],
    });
    expectSame("assigned", rowCount === 1, task.state === "queued");
    if (task.state !== "queued") return;
    Object.assign(task, { state: "assigned", worker, leaseNo: task.leaseNo + 1 });
  }

  async settle(event: TaskEventName, task: ModelTask): Promise<void> {
    if (event === "expire") await this.#age(task);
    // The second worker and the third read alike, the first differently.
    const answer = `reading ${Math.min(1, this.people.workers.indexOf(task.worker))}`;
    const settled = await settleOne(this.ctx, event, { ...task, answer });
    const allowed = task.state === stateBefore(event);
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
        this.#payWorker(task, task.worker);
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
    const balance = this.balanceOf(task.customer);
    balance.heldMicros -= task.holdMicros;
    balance.availableMicros += task.holdMicros - chargedFor(task);
    for (const { worker } of task.answers) this.#payWorker(task, worker);
  }

  #payWorker(task: ModelTask, worker: number): void {
    task.pay.push({ worker, micros: task.shareMicros });
    this.balanceOf(worker).pendingMicros += task.shareMicros;
  }
}

/** In which state of a task an event may happen. */
function stateBefore(event: TaskEventName): ModelTask["state"] {
  if (event === "expire" || event === "cancel") return "queued";
  return event === "confirm" || event === "take_back" ? "given" : "assigned";
}

function expectSame(what: string, actual: boolean, expected: boolean): void {
  if (actual !== expected) throw new Error(`${what}: the database says ${actual}, the model ${expected}`);
}
