import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import type { AccountBalance } from "../ledger/get-balance";
import { inTransaction } from "../ledger/in-transaction";
import { confirmPay } from "../pay/confirm-pay";
import { refundTask } from "../refunds/refund-task";
import { refusable } from "./model-chain";
import { chargedFor, isOpen, type ModelTask } from "./model-task";

/** The report window and its margin. */
const WINDOW_MS = 16 * 60_000;

/** The part of the ledger's model that is about workers' pay: confirmed once, or taken back by staff before that. */
export class ModelPay {
  #confirmedUpTo = 0;

  constructor(
    private readonly ctx: DomainContext,
    private readonly tasks: readonly ModelTask[],
    private readonly balanceOf: (accountId: number) => AccountBalance,
    private readonly pass: (ms: number) => Promise<void>,
    private readonly staff: number,
  ) {}

  /** The window of everything so far closes; pay is confirmed up to the oldest task that is open. */
  async confirm(): Promise<void> {
    await this.pass(WINDOW_MS);
    const openIds = this.tasks.filter(isOpen).map(({ id }) => id);
    while ((await confirmPay(this.ctx)).more);
    const before = Math.min(firstIdAt(this.ctx.clock.nowMs()), ...openIds);
    for (const task of this.tasks) {
      if (task.id <= this.#confirmedUpTo || task.id >= before || task.reportWaits) continue;
      for (const { worker, micros } of task.pay.splice(0)) {
        this.balanceOf(worker).pendingMicros -= micros;
        this.balanceOf(worker).availableMicros += micros;
      }
    }
    this.#confirmedUpTo = Math.max(before - 1, this.#confirmedUpTo);
  }

  /** Staff give a task's price back, once; and the worker's pay is taken back as long as it is not confirmed. */
  async refund(
    task: ModelTask,
    { takesPayBack, part }: { takesPayBack: boolean; part: boolean },
  ): Promise<void> {
    const charged = chargedFor(task) - task.givenBackMicros;
    const micros = part ? Math.floor(charged / 2) : undefined;
    const refunded = await refusable(
      inTransaction(this.ctx.pool, (client) =>
        refundTask(this.ctx, client, {
          taskId: task.id,
          micros,
          takesPayBack,
          refundedBy: this.staff,
          reasonCode: "wrong_characters",
          note: null,
        }),
      ),
    );
    const allowed = !isOpen(task) && !task.refunded;
    if ((refunded !== null) !== allowed)
      throw new Error(`a task that is ${task.state} was ${refunded ? "" : "not "}refunded`);
    if (refunded === null) return;
    const { refundedMicros, takenBackMicros, workerId } = refunded;
    const pay = task.pay
      .filter(({ worker }) => worker === workerId)
      .reduce((sum, each) => sum + each.micros, 0);
    if (refundedMicros !== (micros ?? charged) || takenBackMicros !== (takesPayBack ? pay : 0))
      throw new Error(
        `${refundedMicros} given back and ${takenBackMicros} taken back of ${charged} and ${pay}`,
      );
    task.refunded = true;
    task.givenBackMicros += refundedMicros;
    this.balanceOf(task.customer).availableMicros += refundedMicros;
    if (takenBackMicros === 0 || workerId === null) return;
    this.balanceOf(workerId).pendingMicros -= takenBackMicros;
    task.pay = task.pay.filter(({ worker }) => worker !== workerId);
  }
}
