import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import type { Logger } from "pino";
import {
  CANDIDATES_STATEMENT,
  CLAIM_STATEMENT,
  RESERVED_STATEMENT,
  TURN_ACCOUNTS,
} from "../tasks/claim-statement";
import { numberArray } from "../tasks/id-range";
import { EVENTS } from "../tasks/states";
import { CHALLENGE_NUMBERS, NOBODYS_KIND } from "./challenge-gate";
import { heldByCustomer } from "./held-by-customer";
import { findHungry, type Hungry, withoutKinds } from "./hungry";
import { findSated } from "./load-bound";
import { type Candidate, type Match, matchTasks, notServed, type Taker } from "./match-tasks";
import { type CandidatesStatement, readCandidates } from "./read-candidates";
import type { Seat } from "./seat";

const ALL = { kinds: null, passGated: false };

export interface ClaimedTask {
  taskId: number;
  accountId: number;
  kindNumber: number;
  workerId: number;
  leaseNo: number;
  leaseUntilMs: number | null;
  leaseMs: number;
  shareMicros: number;
  /** The worker who had it reserved until now, when an idle one has taken it over. */
  takenFrom: number | null;
}

export interface DispatcherDeps {
  pool: Pool;
  clock: Clock;
  log: Logger;
  seats(): Iterable<Seat>;
  /** Whether another process is registered, which may hold reserved tasks for its workers. */
  hasPeers(): boolean;
  onClaimed(claimed: readonly ClaimedTask[]): Promise<void>;
  /** The candidates again; those that must wait are of NOBODYS_KIND. */
  admit(candidates: Candidate[]): Promise<Candidate[]>;
  /** The numbers of the kinds that staff have paused. */
  pausedKinds(): ReadonlySet<number>;
}

/**
 * Hands tasks to the seats of this process: read candidates, rank, claim, one round at a time. `wake` is cheap and
 * may be called for every event; what arrives while a round runs makes the next one. Several processes may claim
 * at once: the claim statement lets each task go to one of them.
 */
export class Dispatcher {
  #running: Promise<void> | null = null;
  #again = false;
  #aheadTimer: NodeJS.Timeout | null = null;
  /** No queued task has a smaller id, as far as this process has heard. */
  #scanFromId = 0;
  /** The smallest id that was heard of since the last read of candidates began: that read may have missed it. */
  #heardFromId = 0;
  /** Beyond the oldest tasks customers are looked at in turn; the turns go on after this account. */
  #turnAfterId = 0;
  stopped = false;

  constructor(private readonly deps: DispatcherDeps) {}

  /** This task and perhaps later ones were queued, or queued again, here or in another process. */
  taskQueued(taskId: number): void {
    this.#scanFromId = Math.min(this.#scanFromId, taskId);
    this.#heardFromId = Math.min(this.#heardFromId, taskId);
    this.wake();
  }

  /** The slow tick: look at everything again, whatever was heard. */
  rescan(): void {
    this.taskQueued(0);
  }

  wake(): void {
    if (this.stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#rounds().finally(() => {
      this.#running = null;
    });
  }

  /** One timer for all who will want a task ahead; when it has run, the next round sets it anew. */
  #wakeIn(ms: number): void {
    if (this.#aheadTimer !== null) return;
    this.#aheadTimer = setTimeout(() => {
      this.#aheadTimer = null;
      this.wake();
    }, Math.ceil(ms)).unref();
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  async #rounds(): Promise<void> {
    try {
      do {
        this.#again = false;
        // Lets everything that arrived in this turn of the event loop join the round.
        await new Promise((resolve) => setImmediate(resolve));
        while ((await this.#round()) > 0 && !this.stopped);
      } while (this.#again && !this.stopped);
    } catch (error) {
      // The slow tick tries again; a database that is away must not spin here.
      this.deps.log.warn({ err: error }, "a round of dispatch failed");
    }
  }

  async #round(): Promise<number> {
    const hungry = withoutKinds(findHungry(this.deps.seats()), this.deps.pausedKinds());
    if (hungry.soonestMs !== null) this.#wakeIn(hungry.soonestMs);
    const { idle, busy } = hungry;
    if (idle.length + busy.length === 0) return 0;
    const nowMs = this.deps.clock.nowMs();
    this.#heardFromId = Number.MAX_SAFE_INTEGER;
    const wanted = idle.length + busy.length;
    const queued = await this.#read(
      CANDIDATES_STATEMENT,
      Math.min(this.#scanFromId, hungry.ownFromId),
      wanted,
      hungry,
    );
    const [oldest] = queued;
    if (oldest) this.#scanFromId = Math.min(oldest.taskId, this.#heardFromId);
    const rank = { nowMs, held: heldByCustomer(this.deps.seats()), sated: this.#sated(queued, nowMs) };
    let matches = matchTasks(queued, idle, busy, rank);
    if (matches.length < idle.length && queued.length >= wanted) {
      const unserved = notServed(idle, matches);
      const suiting = await this.#lookPastForeignKinds(
        matches,
        unserved,
        queued.some(({ kindNumber }) => kindNumber === NOBODYS_KIND),
      );
      matches = [...matches, ...matchTasks(suiting, unserved, [], rank)];
    }
    if (matches.length < idle.length && this.#reservedMayExist()) {
      const unserved = notServed(idle, matches);
      const reserved = await this.#read(RESERVED_STATEMENT, 0, unserved.length, { idle: unserved, busy: [] });
      matches = [...matches, ...matchTasks(reserved, unserved, [], rank)];
    }
    return matches.length === 0 ? 0 : this.#claim(matches);
  }

  /** The oldest tasks may be of kinds that nobody idle can solve: reads again, only what those left over can. */
  async #lookPastForeignKinds(
    matches: readonly Match[],
    unserved: readonly Taker[],
    someWait: boolean,
  ): Promise<Candidate[]> {
    const kinds = [...new Set(unserved.flatMap((taker) => [...taker.kinds]))].filter(
      (kind) => !(someWait && CHALLENGE_NUMBERS.has(kind)),
    );
    const wanted = matches.length + unserved.length;
    const hungry = { idle: unserved, busy: [] };
    const queued = await this.#read(CANDIDATES_STATEMENT, this.#scanFromId, wanted, hungry, {
      kinds,
      passGated: someWait,
    });
    const taken = new Set(matches.map(({ taskId }) => taskId));
    return queued.filter(({ taskId }) => !taken.has(taskId));
  }

  /** Asked for only where it decides something. */
  #sated(queued: readonly Candidate[], nowMs: number): ReadonlySet<number> {
    return queued.some(({ doubt }) => doubt !== null) ? findSated(this.deps.seats(), nowMs) : new Set();
  }

  #reservedMayExist(): boolean {
    if (this.deps.hasPeers()) return true;
    for (const seat of this.deps.seats()) if (seat.ahead.length > 0) return true;
    return false;
  }

  async #read(
    statement: CandidatesStatement,
    fromId: number,
    wanted: number,
    { idle, busy }: Pick<Hungry, "idle" | "busy">,
    { kinds, passGated }: { kinds: readonly number[] | null; passGated: boolean } = ALL,
  ): Promise<Candidate[]> {
    const { candidates, turns } = await readCandidates(this.deps.pool, statement, {
      fromId,
      wanted,
      nowMs: this.deps.clock.nowMs(),
      kinds,
      workerIds: [...idle, ...busy].map(({ workerId }) => workerId),
      turnAfterId: this.#turnAfterId,
      passGated,
    });
    // The next turns begin after the last customer seen, and from the start when fewer than asked for were left.
    if (statement === CANDIDATES_STATEMENT)
      this.#turnAfterId = turns.size < TURN_ACCOUNTS ? 0 : Math.max(...turns);
    return this.deps.admit(candidates);
  }

  async #claim(matches: readonly Match[]): Promise<number> {
    const { rows } = await this.deps.pool.query<{
      id: number;
      account_id: number;
      kind: number;
      worker_id: number;
      lease_no: number;
      lease_until: Date | null;
      lease_ms: number;
      share_micros: number;
      taken_from: number | null;
    }>({
      ...CLAIM_STATEMENT,
      values: [
        numberArray(matches.map(({ taskId }) => taskId)),
        numberArray(matches.map(({ workerId }) => workerId)),
        numberArray(matches.map(({ event }) => EVENTS[event].number)),
        new Date(this.deps.clock.nowMs()),
      ],
    });
    await this.deps.onClaimed(
      rows.map((row) => ({
        taskId: row.id,
        accountId: row.account_id,
        kindNumber: row.kind,
        workerId: row.worker_id,
        leaseNo: row.lease_no,
        leaseUntilMs: row.lease_until?.getTime() ?? null,
        leaseMs: row.lease_ms,
        shareMicros: row.share_micros,
        takenFrom: row.taken_from,
      })),
    );
    return rows.length;
  }
}
