import { TASK_KIND_NAMES, TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import type { WithdrawReason, WorkEvent } from "@sightline/contract/work";
import { NEW_STANDING, type Standing } from "../workers/standing";
import { RecentLoad } from "./load-bound";
import type { Taker } from "./match-tasks";

/** A task in a worker's hands, as this process knows it; the table knows better. */
export interface HeldTask {
  taskId: number;
  leaseNo: number;
  accountId: number;
  kindNumber: number;
  leaseMs: number;
  leaseUntilMs: number | null;
  shareMicros: number;
  /** What an answer is checked against. */
  params: TaskParams;
  widthPx: number;
  heightPx: number;
  pictures: number;
}

/** Events that a slow reader has not taken yet. More than this, and it is dropped: it will come again for a `hello`. */
const EVENTS_MAX = 64;
/**
 * A worker gets a task ahead after this long with the current one (real time). A program that answers at once would
 * only have it started for it by a statement of its own; a person does not answer as fast as this.
 */
export const AHEAD_AFTER_MS = 100;
const RECENT_LEASES_MAX = 32;

/**
 * One worker's place on the floor: the one tab whose stream is open, what it holds, and the events on their way to
 * it. A worker has one seat; a tab that takes it over ends the stream of the one before.
 */
export class Seat {
  #current: HeldTask | null = null;
  #currentSinceMs = 0;
  /** Reserved, oldest first; usually one, two for a moment after an answer was taken back. */
  ahead: HeldTask[] = [];
  /** Answers that may still be taken back. */
  given: HeldTask[] = [];
  /** Counts every change of what the seat holds, so that a reading of the table that is older than one is ignored. */
  version = 0;
  /** Set when the stream has said hello; before that the seat gets no tasks. */
  ready = false;
  closed = false;
  idleSinceMs: number;
  /** Whose task was the current one last. */
  lastAccountId: number | null = null;
  earnedTodayMicros = 0;
  answeredToday = 0;
  lastFigures = "";
  /** When they were told last; a screen with a slow connection is told seldom. */
  figuresAtMs = 0;
  fewUpdates = false;
  /** Queued for this screen alone: dispatch looks that far back, whatever it has heard of other tasks. */
  ownTaskId: number | null = null;
  /** What the worker has been handed lately. */
  load = new RecentLoad();
  readonly #events: WorkEvent[] = [];
  readonly #recentLeases: string[] = [];
  #wake: (() => void) | null = null;

  /** The kinds that this screen can show; others are not handed to it. */
  readonly #shows: ReadonlySet<number>;
  #kinds: ReadonlySet<number>;
  #standing = NEW_STANDING;
  #taker: Taker | null = null;

  constructor(
    readonly workerId: number,
    readonly tabId: string,
    readonly seatId: string,
    nowMs: number,
    kinds: Iterable<TaskKind> = TASK_KIND_NAMES,
    /** A customer's sandbox: gets only what is for this screen alone. */
    readonly onlyOwn = false,
  ) {
    this.#shows = new Set([...kinds].map((kind) => TASK_KINDS[kind].number));
    this.#kinds = this.#shows;
    this.idleSinceMs = nowMs;
  }

  get current(): HeldTask | null {
    return this.#current;
  }

  set current(task: HeldTask | null) {
    if (task !== null && task.taskId !== this.#current?.taskId) this.#currentSinceMs = performance.now();
    this.#current = task;
  }

  /** For how long (real time) the current task has been the current one. */
  currentForMs(): number {
    return performance.now() - this.#currentSinceMs;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** What is known of the worker; read again every few seconds. */
  set standing(standing: Standing) {
    this.#standing = standing;
    this.#kinds = new Set([...this.#shows].filter((kind) => standing.kinds.has(kind)));
    this.#taker = null;
  }

  /** The worker as the ranking sees them; made once for each standing, since every round asks for it. */
  taker(): Taker {
    if (this.#taker?.idleSinceMs !== this.idleSinceMs) {
      const { workerId, idleSinceMs } = this;
      this.#taker = {
        ...this.#standing,
        workerId,
        idleSinceMs,
        kinds: this.#kinds,
        ownKinds: this.#shows,
        onlyOwn: this.onlyOwn,
      };
    }
    return this.#taker;
  }

  get isIdle(): boolean {
    return this.ready && !this.closed && this.current === null && this.ahead.length === 0;
  }

  /** After how many ms the seat wants a task ahead: 0 or less when it does now, null when it does not. */
  wantsAheadInMs(): number | null {
    if (!this.ready || this.closed || this.#current === null || this.ahead.length > 0) return null;
    return this.#currentSinceMs + AHEAD_AFTER_MS - performance.now();
  }

  held(): HeldTask[] {
    return [...(this.current ? [this.current] : []), ...this.ahead, ...this.given];
  }

  /** A task that was claimed for this worker. */
  receive(held: HeldTask, nowMs: number): void {
    this.version++;
    this.load.note(nowMs);
    if (this.ownTaskId === held.taskId) this.ownTaskId = null;
    if (held.leaseUntilMs === null) this.ahead = [...this.ahead, held];
    else this.current = held;
  }

  /** Takes a task out of wherever the seat has it; the task, or null when it was not there. */
  remove(taskId: number, leaseNo: number): HeldTask | null {
    const found = this.held().find((held) => held.taskId === taskId && held.leaseNo === leaseNo) ?? null;
    if (!found) return null;
    this.version++;
    if (this.current === found) {
      this.current = null;
      this.lastAccountId = found.accountId;
    }
    this.ahead = this.ahead.filter((held) => held !== found);
    this.given = this.given.filter((held) => held !== found);
    this.#recentLeases.push(`${taskId}/${leaseNo}`);
    if (this.#recentLeases.length > RECENT_LEASES_MAX) this.#recentLeases.shift();
    return found;
  }

  /** Whether the worker held this lease a short while ago: tells "too late" from "never yours". */
  heldRecently(taskId: number, leaseNo: number): boolean {
    return this.#recentLeases.includes(`${taskId}/${leaseNo}`);
  }

  /** Tells the worker that this task is no longer theirs. */
  withdraw({ taskId, leaseNo }: HeldTask, reason: WithdrawReason): void {
    this.push({ type: "withdraw", taskId, leaseNo, reason });
  }

  /** Tells the worker that the clock of a task that was shown before runs now, or runs anew. */
  announceStart({ taskId, leaseNo, leaseUntilMs }: HeldTask, serverNowMs: number): void {
    if (leaseUntilMs !== null) this.push({ type: "start", serverNowMs, taskId, leaseNo, leaseUntilMs });
  }

  push(event: WorkEvent): void {
    if (this.closed) return;
    this.#events.push(event);
    if (this.#events.length > EVENTS_MAX) this.close();
    this.#wake?.();
  }

  /** Ends the stream after the events that are on their way. */
  close(lastEvent?: WorkEvent): void {
    if (this.closed) return;
    if (lastEvent) this.#events.push(lastEvent);
    this.closed = true;
    this.#wake?.();
  }

  /** The events in order, until the seat is closed or the reader goes away. */
  async *events(signal: AbortSignal): AsyncGenerator<WorkEvent> {
    const onAbort = (): void => this.close();
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      while (!signal.aborted) {
        const event = this.#events.shift();
        if (event) yield event;
        else if (this.closed) return;
        else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
          this.#wake = null;
        }
      }
    } finally {
      signal.removeEventListener("abort", onAbort);
      this.close();
    }
  }
}
