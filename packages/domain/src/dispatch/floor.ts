import { randomUUID } from "node:crypto";
import type { TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { STATES } from "../tasks/states";
import type { TaskInput } from "../tasks/task-inputs";
import type { Settled, TaskLanes } from "../tasks/task-lanes";
import { Arrivals, newcomersWait } from "./arrivals";
import { announceTasks, loadInputs, toAssignment, toAssignments, toHeldTask } from "./assignment";
import { bringInLine, isInLine, takeHeld } from "./bring-in-line";
import type { ClaimedTask } from "./claim-tasks";
import { Dispatcher, type DispatcherDeps } from "./dispatcher";
import { followEvent } from "./follow-event";
import { readHeldTasks } from "./held-tasks";
import { type HeldTask, Seat } from "./seat";
import { seatStandings } from "./seat-standings";
import { readWorkerFigures } from "./worker-figures";

/** A closed tab's tasks go back after this long without a new stream of the same worker: a reload keeps them. */
export const GIVE_BACK_AFTER_MS = 5_000;
const SEATS_MAX = 20_000;

type FloorDeps = Pick<DomainContext, "pool" | "clock" | "log" | "ids" | "hints" | "inputs" | "requestLog"> &
  Pick<DispatcherDeps, "admit" | "pausedKinds"> & { lanes(): TaskLanes };

/**
 * The workers connected to this process: who sits where, what each holds, and what each must be told. Seats are
 * memory; the table decides. `correctSeats` (a service, each second) brings every seat in line with it, so a lost
 * hint or a missed change costs a second, never a task.
 */
export class Floor {
  readonly #seats = new Map<number, Seat>();
  readonly #givingBack = new Map<number, NodeJS.Timeout>();
  readonly dispatcher: Dispatcher;
  readonly arrivals = new Arrivals();

  constructor(private readonly deps: FloorDeps) {
    this.dispatcher = new Dispatcher({
      ...deps,
      seats: () => this.#seats.values(),
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
  }

  /** The worker's seat for this tab; null when another tab holds it and this one did not ask to take over. */
  openSeat(
    workerId: number,
    tabId: string,
    takeOver: boolean,
    { kinds, onlyOwn }: { kinds?: readonly TaskKind[] | undefined; onlyOwn?: boolean } = {},
  ): Seat | null {
    const before = this.#seats.get(workerId);
    if (before && !before.closed && before.tabId !== tabId && !takeOver) return null;
    if (!before && this.#seats.size >= SEATS_MAX) throw new Error("this process has no seat left");
    before?.close({ type: "seat_taken" });
    clearTimeout(this.#givingBack.get(workerId));
    this.#givingBack.delete(workerId);
    const seat = new Seat(workerId, tabId, randomUUID(), this.deps.clock.nowMs(), kinds, onlyOwn);
    if (before) seat.load = before.load;
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
    await seatStandings(this.deps, [seat]);
    const held = (await readHeldTasks(this.deps.pool, [seat.workerId])).get(seat.workerId);
    takeHeld(seat, held);
    seat.earnedTodayMicros = figures.todayMicros;
    seat.answeredToday = figures.answeredToday;
    const shown = [...(seat.current ? [seat.current] : []), ...seat.ahead];
    const inputs = await this.#inputsOf(shown);
    seat.push({
      type: "hello",
      serverNowMs: this.deps.clock.nowMs(),
      seatId: seat.seatId,
      tasks: toAssignments(shown, inputs, seat),
      figures: { ...figures, ...newcomersWait(seat, this.arrivals, this.deps.clock.nowMs()) },
    });
    seat.ready = true;
    this.#keepGoing(seat);
    // What waits for this screen alone was no news before it was there.
    if (seat.onlyOwn) this.dispatcher.rescan();
    else this.dispatcher.wake();
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

  async giveBack(workerId: number, held: readonly Pick<HeldTask, "taskId" | "leaseNo">[]): Promise<void> {
    if (held.length === 0) return;
    await this.deps
      .lanes()
      .settle.push(held.map(({ taskId, leaseNo }) => ({ taskId, workerId, leaseNo, event: "give_back" })));
  }

  /** What the settled events mean for the seats of this process. Called once per batch. */
  onSettled(settled: readonly Settled[]): void {
    const touched = new Set<Seat>();
    for (const event of settled) {
      if (event.stateNumber === STATES.queued) this.taskQueued(event.taskId);
      const seat = event.workerId === null ? undefined : this.#seats.get(event.workerId);
      if (!seat) continue;
      followEvent(seat, event);
      touched.add(seat);
    }
    for (const seat of touched) {
      if (seat.current === null) seat.idleSinceMs = this.deps.clock.nowMs();
      // What is for this screen alone may be older than where the search for all begins.
      if (seat.isIdle && seat.onlyOwn) this.dispatcher.rescan();
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
      (seat) => versions.get(seat) === seat.version && !isInLine(seat, held.get(seat.workerId)),
    );
    for (const seat of wrong) {
      const nowMs = this.deps.clock.nowMs();
      const shown = bringInLine(seat, held.get(seat.workerId), nowMs);
      if (shown.length > 0) announceTasks(seat, shown, await this.#inputsOf(shown), nowMs);
      this.#keepGoing(seat);
    }
    return wrong.length;
  }

  /** A worker with nothing current and something ahead goes on with it, unless it was taken or has little life left. */
  #keepGoing(seat: Seat): void {
    const next = seat.ahead[0];
    if (!seat.ready || seat.closed || seat.current !== null || !next) return;
    this.#start(seat, next).catch((error) =>
      this.deps.log.warn({ err: error }, "a reserved task could not be started"),
    );
  }

  async #start(seat: Seat, { taskId, leaseNo }: HeldTask): Promise<void> {
    const [started] = await this.deps
      .lanes()
      .settle.push([{ taskId, workerId: seat.workerId, leaseNo, event: "start" }]);
    if (started && seat.current?.taskId === taskId) {
      seat.announceStart(seat.current, this.deps.clock.nowMs());
    }
    const refused = started ? null : seat.remove(taskId, leaseNo);
    if (!refused) return;
    seat.withdraw(refused, "given_to_another");
    this.#keepGoing(seat);
    this.dispatcher.wake();
    await this.giveBack(seat.workerId, [refused]);
  }

  async #onClaimed(claimed: readonly ClaimedTask[]): Promise<void> {
    const homeless: ClaimedTask[] = [];
    const leased = claimed.filter(({ leaseUntilMs }) => leaseUntilMs !== null);
    this.deps.requestLog.noteEvents(
      leased.map(({ accountId, taskId }) => ({ accountId, taskId, event: "leased" })),
    );
    const inputs = await this.#inputsOf(claimed);
    for (const task of claimed) {
      this.#noteTakenOver(task);
      const seat = this.#seats.get(task.workerId);
      const input = inputs.get(task.taskId);
      const handsFull = seat?.current && task.leaseUntilMs !== null;
      if (!seat || seat.closed || !input || handsFull) {
        homeless.push(task);
        continue;
      }
      const held = toHeldTask(task, input);
      this.arrivals.note(task, seat, this.deps.clock.nowMs());
      seat.receive(held, this.deps.clock.nowMs());
      seat.push({
        type: "assign",
        serverNowMs: this.deps.clock.nowMs(),
        task: toAssignment(held, input, seat),
      });
      this.#keepGoing(seat);
    }
    await Promise.all(homeless.map((task) => this.giveBack(task.workerId, [task])));
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
    loser.withdraw(held, "given_to_another");
  }

  #inputsOf(tasks: readonly { taskId: number }[]): Promise<Map<number, TaskInput>> {
    const taskIds = tasks.map(({ taskId }) => taskId);
    return loadInputs(this.deps.pool, this.deps.inputs, taskIds);
  }
}
