import { randomUUID } from "node:crypto";
import type { Clock } from "@sightline/contract/clock";
import type { TaskKind } from "@sightline/contract/task-kinds";
import type { WithdrawReason } from "@sightline/contract/work";
import type { Pool } from "@sightline/db/database";
import type { Logger } from "pino";
import type { Hints } from "../processes/hints";
import { STATES } from "../tasks/states";
import { countPictures, type TaskInputs } from "../tasks/task-inputs";
import type { Settled, SettleItem, TaskLanes } from "../tasks/task-lanes";
import { loadInputs, toAssignment } from "./assignment";
import { type ClaimedTask, Dispatcher } from "./dispatcher";
import { type HeldByWorker, readHeldTasks } from "./held-tasks";
import { type HeldTask, Seat } from "./seat";
import { readWorkerFigures } from "./worker-figures";

/** A closed tab's tasks go back after this long without a new stream of the same worker: a reload keeps them. */
export const GIVE_BACK_AFTER_MS = 5_000;
const SEATS_MAX = 20_000;

interface FloorDeps {
  pool: Pool;
  clock: Clock;
  log: Logger;
  hints: Hints;
  inputs: TaskInputs;
  lanes(): TaskLanes;
}

/**
 * The workers connected to this process: who sits where, what each holds, and what each must be told. Seats are
 * memory; the table decides. `correctSeats` (a service, each second) brings every seat in line with it, so a lost
 * hint or a missed change costs a second, never a task.
 */
export class Floor {
  readonly #seats = new Map<number, Seat>();
  readonly #givingBack = new Map<number, NodeJS.Timeout>();
  readonly dispatcher: Dispatcher;

  constructor(private readonly deps: FloorDeps) {
    this.dispatcher = new Dispatcher({
      ...deps,
      seats: () => this.#seats.values(),
      hasPeers: () => deps.hints.hasPeers,
      onClaimed: (claimed) => this.#onClaimed(claimed),
    });
  }

  seatOf(workerId: number): Seat | undefined {
    return this.#seats.get(workerId);
  }

  seats(): Iterable<Seat> {
    return this.#seats.values();
  }

  get size(): number {
    return this.#seats.size;
  }

  taskQueued(taskId: number): void {
    this.dispatcher.taskQueued(taskId);
    this.deps.hints.queued(taskId);
  }

  /** The worker's seat for this tab; null when another tab holds it and this one did not ask to take over. */
  openSeat(workerId: number, tabId: string, takeOver: boolean, kinds?: readonly TaskKind[]): Seat | null {
    const before = this.#seats.get(workerId);
    if (before && !before.closed && before.tabId !== tabId && !takeOver) return null;
    if (!before && this.#seats.size >= SEATS_MAX) throw new Error("this process has no seat left");
    before?.close({ type: "seat_taken" });
    clearTimeout(this.#givingBack.get(workerId));
    this.#givingBack.delete(workerId);
    const seat = new Seat(workerId, tabId, randomUUID(), this.deps.clock.nowMs(), kinds);
    this.#seats.set(workerId, seat);
    this.deps.hints.seatOpened(workerId);
    return seat;
  }

  /** Another process has seated the worker: this one's tab is told, and nothing is given back from here. */
  seatOpenedElsewhere(workerId: number): void {
    clearTimeout(this.#givingBack.get(workerId));
    this.#givingBack.delete(workerId);
    const seat = this.#seats.get(workerId);
    if (!seat) return;
    this.#seats.delete(workerId);
    seat.close({ type: "seat_taken" });
  }

  /** First words to a new stream: all that the worker holds by the table, and the quiet figures. */
  async sayHello(seat: Seat): Promise<void> {
    const figures = await readWorkerFigures(this.deps.pool, seat.workerId, this.deps.clock.nowMs());
    const held = (await readHeldTasks(this.deps.pool, [seat.workerId])).get(seat.workerId);
    this.#take(seat, held);
    seat.earnedTodayMicros = figures.todayMicros;
    seat.answeredToday = figures.answeredToday;
    const shown = [...(seat.current ? [seat.current] : []), ...seat.ahead];
    const inputs = await loadInputs(
      this.deps.pool,
      this.deps.inputs,
      shown.map(({ taskId }) => taskId),
    );
    seat.push({
      type: "hello",
      serverNowMs: this.deps.clock.nowMs(),
      seatId: seat.seatId,
      tasks: shown.flatMap((task) => {
        const input = inputs.get(task.taskId);
        return input ? [toAssignment(task, input)] : [];
      }),
      figures,
    });
    seat.ready = true;
    this.#keepGoing(seat);
    this.dispatcher.wake();
  }

  /** The stream has ended: the seat is free at once, what it held goes back unless the worker returns. */
  leaveSeat(seat: Seat): void {
    seat.close();
    if (this.#seats.get(seat.workerId) !== seat) return;
    this.#seats.delete(seat.workerId);
    const held = [...(seat.current ? [seat.current] : []), ...seat.ahead];
    if (held.length === 0) return;
    const timer = setTimeout(() => {
      this.#givingBack.delete(seat.workerId);
      this.giveBack(seat.workerId, held).catch((error) =>
        this.deps.log.warn({ err: error }, "what a worker left is returned when its leases end"),
      );
    }, GIVE_BACK_AFTER_MS);
    timer.unref();
    this.#givingBack.set(seat.workerId, timer);
  }

  async giveBack(workerId: number, held: readonly HeldTask[]): Promise<void> {
    if (held.length === 0) return;
    await this.#settle(
      held.map(({ taskId, leaseNo }) => ({ taskId, workerId, leaseNo, event: "give_back" })),
    );
  }

  /** What the settled events mean for the seats of this process. Called once per batch. */
  onSettled(settled: readonly Settled[]): void {
    const touched = new Set<Seat>();
    for (const event of settled) {
      if (event.stateNumber === STATES.queued) this.taskQueued(event.taskId);
      const seat = event.workerId === null ? undefined : this.#seats.get(event.workerId);
      if (!seat) continue;
      this.#applyTo(seat, event);
      touched.add(seat);
    }
    for (const seat of touched) {
      if (seat.current === null) seat.idleSinceMs = this.deps.clock.nowMs();
      this.#keepGoing(seat);
    }
    if (touched.size > 0) this.dispatcher.wake();
  }

  /** Brings seats in line with the table; `workerIds` or all. A seat that changed meanwhile is left for next time. */
  async correctSeats(workerIds?: readonly number[]): Promise<number> {
    const seats = (workerIds ? workerIds.map((id) => this.#seats.get(id)) : [...this.#seats.values()]).filter(
      (seat) => seat?.ready && !seat.closed,
    ) as Seat[];
    if (seats.length === 0) return 0;
    const versions = new Map(seats.map((seat) => [seat, seat.version]));
    const held = await readHeldTasks(
      this.deps.pool,
      seats.map(({ workerId }) => workerId),
    );
    const wrong = seats.filter(
      (seat) => versions.get(seat) === seat.version && !agrees(seat, held.get(seat.workerId)),
    );
    for (const seat of wrong) await this.#correct(seat, held.get(seat.workerId));
    return wrong.length;
  }

  async #correct(seat: Seat, held: HeldByWorker | undefined): Promise<void> {
    const before = seat.held();
    this.#take(seat, held);
    const now = seat.held();
    for (const task of before) if (!now.some(sameLease(task))) this.#withdraw(seat, task, "task_ended");
    const fresh = now.filter((task) => !before.some(sameLease(task)) && !seat.given.includes(task));
    await this.#announce(seat, fresh);
    const { current } = seat;
    if (
      current &&
      before.some((task) => sameLease(current)(task) && task.leaseUntilMs !== current.leaseUntilMs)
    ) {
      this.#announceStart(seat, current);
    }
    this.#keepGoing(seat);
  }

  #take(seat: Seat, held: HeldByWorker | undefined): void {
    seat.version++;
    seat.current = held?.current ?? null;
    seat.ahead = held?.ahead ?? [];
    seat.given = held?.given ?? [];
  }

  #applyTo(seat: Seat, event: Settled): void {
    const held = seat.remove(event.taskId, event.leaseNo);
    if (!held) return;
    seat.version++;
    switch (event.stateNumber) {
      case STATES.assigned:
        seat.current = { ...held, leaseUntilMs: event.leaseUntilMs };
        return;
      case STATES.reserved:
        seat.ahead = [{ ...held, leaseUntilMs: null }, ...seat.ahead].sort((a, b) => a.taskId - b.taskId);
        return;
      case STATES.given:
        seat.given = [...seat.given, held];
        return;
      case STATES.answered:
        seat.earnedTodayMicros += event.shareMicros;
        seat.answeredToday++;
        return;
      default:
        if (event.event === "lease_ended") this.#withdraw(seat, held, "lease_ended");
        else if (event.event === "expire" || event.event === "cancel")
          this.#withdraw(seat, held, "task_ended");
        else if (event.event === "give_back") this.#withdraw(seat, held, "given_back");
    }
  }

  /** A worker with nothing current and something ahead goes on with it, unless it was taken or has little life left. */
  #keepGoing(seat: Seat): void {
    const next = seat.ahead[0];
    if (!seat.ready || seat.closed || seat.current !== null || !next) return;
    const item: SettleItem = {
      taskId: next.taskId,
      workerId: seat.workerId,
      leaseNo: next.leaseNo,
      event: "start",
    };
    this.#settle([item])
      .then(([started]) => {
        if (started) {
          if (seat.current?.taskId === next.taskId) this.#announceStart(seat, seat.current);
        } else if (seat.remove(next.taskId, next.leaseNo)) {
          this.#withdraw(seat, next, "given_to_another");
          this.#keepGoing(seat);
          this.dispatcher.wake();
          return this.giveBack(seat.workerId, [next]);
        }
      })
      .catch((error) => this.deps.log.warn({ err: error }, "a reserved task could not be started"));
  }

  async #onClaimed(claimed: readonly ClaimedTask[]): Promise<void> {
    const homeless: ClaimedTask[] = [];
    const inputs = await loadInputs(
      this.deps.pool,
      this.deps.inputs,
      claimed.map(({ taskId }) => taskId),
    );
    for (const task of claimed) {
      this.#noteTakenOver(task);
      const seat = this.#seats.get(task.workerId);
      const input = inputs.get(task.taskId);
      const handsFull = seat?.current && task.leaseUntilMs !== null;
      if (!seat || seat.closed || !input || handsFull) {
        homeless.push(task);
        continue;
      }
      const { params, widthPx, heightPx } = input;
      const held: HeldTask = { ...task, params, widthPx, heightPx, pictures: countPictures(input.moreFiles) };
      seat.version++;
      if (held.leaseUntilMs === null) seat.ahead = [...seat.ahead, held];
      else seat.current = held;
      seat.push({ type: "assign", serverNowMs: this.deps.clock.nowMs(), task: toAssignment(held, input) });
      this.#keepGoing(seat);
    }
    await Promise.all(
      homeless.map(({ taskId, workerId, leaseNo }) =>
        this.#settle([{ taskId, workerId, leaseNo, event: "give_back" }]),
      ),
    );
  }

  #noteTakenOver(task: ClaimedTask): void {
    if (task.takenFrom === null) return;
    const loser = this.#seats.get(task.takenFrom);
    const held = loser?.ahead.find(({ taskId }) => taskId === task.taskId);
    if (!loser || !held) {
      this.deps.hints.handsChanged(task.takenFrom);
      return;
    }
    loser.remove(held.taskId, held.leaseNo);
    this.#withdraw(loser, held, "given_to_another");
  }

  async #announce(seat: Seat, tasks: readonly HeldTask[]): Promise<void> {
    if (tasks.length === 0) return;
    const inputs = await loadInputs(
      this.deps.pool,
      this.deps.inputs,
      tasks.map(({ taskId }) => taskId),
    );
    for (const task of tasks) {
      const input = inputs.get(task.taskId);
      if (!input) continue;
      seat.push({ type: "assign", serverNowMs: this.deps.clock.nowMs(), task: toAssignment(task, input) });
    }
  }

  #announceStart(seat: Seat, { taskId, leaseNo, leaseUntilMs }: HeldTask): void {
    if (leaseUntilMs === null) return;
    seat.push({ type: "start", serverNowMs: this.deps.clock.nowMs(), taskId, leaseNo, leaseUntilMs });
  }

  #withdraw(seat: Seat, { taskId, leaseNo }: HeldTask, reason: WithdrawReason): void {
    seat.push({ type: "withdraw", taskId, leaseNo, reason });
  }

  #settle(items: readonly SettleItem[]): Promise<(Settled | null)[]> {
    return this.deps.lanes().settle.push(items);
  }
}

const sameLease = (a: HeldTask) => (b: HeldTask) => a.taskId === b.taskId && a.leaseNo === b.leaseNo;

function agrees(seat: Seat, held: HeldByWorker | undefined): boolean {
  const key = (task: HeldTask | null | undefined): string =>
    task ? `${task.taskId}/${task.leaseNo}/${task.leaseUntilMs}` : "";
  return (
    key(seat.current) === key(held?.current) &&
    seat.ahead.map(key).join() === (held?.ahead ?? []).map(key).join() &&
    seat.given.map((task) => task.taskId).join() === (held?.given ?? []).map((task) => task.taskId).join()
  );
}
