import { setMaxListeners } from "node:events";
import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import type { Logger } from "pino";
import type { DomainContext } from "../context";
import type { Lane } from "../lanes/lane";
import { giveNotice } from "../notices/give-notice";
import { claimDueCallbacks, type DueCallback } from "./claim-callbacks";
import { deliverCallback } from "./deliver-callback";
import { type Attempt, createAttemptLane, type SwitchedOff } from "./record-attempts";

/**
 * Carries callbacks out. It is woken when a task with a callback ends in this process, and looks at the table each
 * second for retries and for what other processes left behind. What it claims it holds for a minute, in a queue for
 * each host; a slow host fills its own queue only, and what does not fit goes back to the table for a moment.
 *
 * A process that is killed leaves its claims to run out; then they are delivered again. An outcome that cannot be
 * recorded likewise. So a callback may come twice, and comes at least once while its receiver answers.
 */
const CLAIM_MAX = 200;
const HELD_MAX = 2_000;
const HELD_PER_HOST_MAX = 200;
const RUNNING_MAX = 256;
const RUNNING_PER_HOST_MAX = 16;
/** One look takes at most this many batches; the service looks again. */
const BATCHES_MAX = 20;
/** Nothing starts that might still run when its hold ends. */
const ATTEMPT_MS_MAX = 15_000;
const PUT_BACK_MS = 5_000;
/** How long attempts that run may go on when the process stops. */
const STOP_MS = 2_000;

interface HostQueue {
  waiting: DueCallback[];
  running: number;
}

interface CourierDeps {
  pool: Pool;
  clock: Clock;
  log: Logger;
  /** Read when it is used: the courier is a part of it. */
  ctx(): DomainContext;
}

export class Courier {
  readonly #hosts = new Map<string, HostQueue>();
  readonly #attempts = new Set<Promise<void>>();
  readonly #abort = new AbortController();
  readonly #record: Lane<Attempt, null>;
  #held = 0;
  #looking: Promise<number> | null = null;
  #lookAgain = false;
  /** The last look left callbacks in the table for want of room here. */
  #leftSome = false;
  #stopped = false;

  constructor(private readonly deps: CourierDeps) {
    const { pool, clock } = deps;
    // Every attempt that runs listens to it; their number is bounded here.
    setMaxListeners(RUNNING_MAX, this.#abort.signal);
    this.#record = createAttemptLane({ pool, clock, onSwitchedOff: (host) => this.#tellSwitchedOff(host) });
  }

  /** Something has become due. */
  wake(): void {
    this.look().catch((error) => this.deps.log.warn({ err: error }, "callbacks are looked for later"));
  }

  /** Takes what is due, as far as there is room, and starts on it; says how much it took. */
  look(): Promise<number> {
    if (this.#looking) {
      this.#lookAgain = true;
      return this.#looking;
    }
    this.#looking = this.#claimBatches().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** When nothing is held any more. */
  async settled(): Promise<void> {
    while (this.#looking || this.#attempts.size > 0) {
      await Promise.allSettled([this.#looking, ...this.#attempts]);
    }
  }

  /** Lets attempts that run end, for a moment; what has not begun is left to other processes. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const unstarted = [...this.#hosts.values()].flatMap((queue) => queue.waiting.splice(0));
    this.#held -= unstarted.length;
    // Should this fail, they are free when their hold ends.
    await this.#putBack(unstarted).catch(() => {});
    const timer = setTimeout(() => this.#abort.abort(), STOP_MS);
    await this.settled();
    clearTimeout(timer);
  }

  async #claimBatches(): Promise<number> {
    let taken = 0;
    for (let batch = 0; batch < BATCHES_MAX && !this.#stopped; batch++) {
      this.#lookAgain = false;
      const room = Math.min(CLAIM_MAX, HELD_MAX - this.#held);
      this.#leftSome = room <= 0;
      if (this.#leftSome) break;
      const callbacks = await claimDueCallbacks(this.deps.ctx(), room);
      taken += callbacks.length;
      await this.#putBack(callbacks.filter((callback) => !this.#take(callback)));
      if (callbacks.length < room && !this.#lookAgain) break;
    }
    return taken;
  }

  /** False when the host has too many already. */
  #take(callback: DueCallback): boolean {
    const host = callback.address?.host ?? "";
    const queue = this.#hosts.get(host) ?? { waiting: [], running: 0 };
    if (queue.waiting.length >= HELD_PER_HOST_MAX || this.#stopped) return false;
    this.#hosts.set(host, queue);
    queue.waiting.push(callback);
    this.#held++;
    this.#startNext(host, queue);
    return true;
  }

  async #putBack(callbacks: readonly DueCallback[]): Promise<void> {
    if (callbacks.length === 0) return;
    await this.deps.pool.query(
      "update callback set next_attempt_at = $2 where task_id = any($1::bigint[]) and state = 1",
      [callbacks.map(({ taskId }) => taskId), new Date(this.deps.clock.nowMs() + PUT_BACK_MS)],
    );
  }

  #startNext(host: string, queue: HostQueue): void {
    while (queue.running < RUNNING_PER_HOST_MAX && this.#attempts.size < RUNNING_MAX) {
      const callback = queue.waiting.shift();
      if (!callback) break;
      queue.running++;
      const attempt = this.#attempt(callback).finally(() => {
        this.#attempts.delete(attempt);
        queue.running--;
        this.#held--;
        this.#afterAttempt(host, queue);
      });
      this.#attempts.add(attempt);
    }
    if (queue.running === 0 && queue.waiting.length === 0) this.#hosts.delete(host);
  }

  #afterAttempt(host: string, queue: HostQueue): void {
    const wasFull = this.#attempts.size === RUNNING_MAX - 1;
    if (wasFull) {
      // Hosts take turns for the place that became free: this one goes to the end of the line.
      this.#hosts.delete(host);
      this.#hosts.set(host, queue);
      for (const [other, waiting] of this.#hosts) this.#startNext(other, waiting);
    } else {
      this.#startNext(host, queue);
    }
    if (this.#leftSome && this.#held < HELD_MAX / 2 && !this.#stopped) this.wake();
  }

  #tellSwitchedOff({ accountId, host }: SwitchedOff): void {
    this.deps.log.warn({ accountId, host }, "a callback host failed for a day and was switched off");
    const ctx = this.deps.ctx();
    const { callbackHosts, hints } = ctx;
    callbackHosts.forget(accountId);
    hints.changed(`callback_hosts:${accountId}`);
    giveNotice(ctx, { accountId, notice: "callback_host_off", params: { host } }).catch((error) =>
      this.deps.log.error(
        { err: error, accountId, host },
        "a switched-off callback host could not be told of",
      ),
    );
  }

  /** Never rejects: an attempt without a recorded outcome is made again when its hold ends. */
  async #attempt(callback: DueCallback): Promise<void> {
    try {
      if (this.deps.clock.nowMs() + ATTEMPT_MS_MAX > callback.heldUntilMs) return;
      await this.#record.push(await deliverCallback(this.deps.ctx(), callback, this.#abort.signal));
    } catch (error) {
      this.deps.log.warn({ err: error, taskId: callback.taskId }, "a callback is tried again later");
    }
  }
}
