import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import type { Logger } from "pino";
import { CANDIDATES_STATEMENT, RESERVED_STATEMENT, TURN_ACCOUNTS } from "../tasks/claim-statement";
import { CHALLENGE_NUMBERS, NOBODYS_KIND } from "./challenge-gate";
import { type ClaimedTask, claimTasks } from "./claim-tasks";
import { findHungry, type Hungry, hasAhead, keepsAny, withoutKinds } from "./hungry";
import { type Candidate, type Match, matchTasks, notServed, type Taker } from "./match-tasks";
import { PeerNews, type PeerNewsDeps } from "./peer-news";
import { rankBy } from "./rank-by";
import { type CandidatesStatement, readCandidates } from "./read-candidates";
import type { Seat } from "./seat";

const ALL = { kinds: null, passGated: false };
const NONE: ReadonlySet<number> = new Set();
const NOT_HEARD = Number.MAX_SAFE_INTEGER;

export interface DispatcherDeps extends PeerNewsDeps {
  pool: Pool;
  clock: Clock;
  log: Logger;
  seats(): Iterable<Seat>;
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
  /** The last read found nothing but what was handed out, and nothing was heard of since: there is nothing to read. */
  #isEmpty = false;
  /** Beyond the oldest tasks customers are looked at in turn; the turns go on after this account. */
  #turnAfterId = 0;
  readonly #news: PeerNews;
  stopped = false;

  constructor(private readonly deps: DispatcherDeps) {
    this.#news = new PeerNews(deps);
  }

  /** This task was queued, or queued again, here: the others hear of it when nobody idle takes it here. */
  taskQueued(taskId: number): void {
    if (this.stopped) this.deps.hints.queued(taskId);
    else this.#news.queuedHere(taskId);
    this.#lookFrom(taskId);
  }

  /** This task was queued for the screen of a worker who is seated here. */
  taskForSeat(taskId: number): void {
    this.#lookFrom(taskId);
  }

  /** Another process says that this task and perhaps later ones are left for whoever is idle. */
  taskLeft(taskId: number): void {
    this.#news.heard(taskId);
    this.#lookFrom(taskId);
  }

  #lookFrom(taskId: number): void {
    this.#scanFromId = Math.min(this.#scanFromId, taskId);
    this.#heardFromId = Math.min(this.#heardFromId, taskId);
    this.#isEmpty = false;
    this.wake();
  }

  /** The slow tick: look at everything again, whatever was heard. */
  rescan(): void {
    this.taskLeft(0);
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
    } finally {
      // What came while the last round failed, or while this process was told to stop.
      this.#news.tell(this.#news.take());
    }
  }

  /** How many were handed out. The others are told of what came here and no idle worker of this process has got. */
  async #round(): Promise<number> {
    const untold = this.#news.take();
    try {
      const { count, assigned } = await this.#matchAndClaim();
      this.#news.tell(untold.filter((taskId) => !assigned.has(taskId)));
      return count;
    } catch (error) {
      this.#news.tell(untold);
      throw error;
    }
  }

  async #matchAndClaim(): Promise<{ count: number; assigned: ReadonlySet<number> }> {
    if (this.#isEmpty && !keepsAny(this.deps.seats()) && this.#lookInMs() !== 0) {
      return { count: 0, assigned: NONE };
    }
    const hungry = withoutKinds(findHungry(this.deps.seats()), this.deps.pausedKinds());
    if (hungry.soonestMs !== null) this.#wakeIn(hungry.soonestMs);
    const { idle, busy } = hungry;
    if (idle.length + busy.length === 0) return { count: 0, assigned: NONE };
    const nowMs = this.deps.clock.nowMs();
    const wanted = idle.length + busy.length;
    const { queued, isAll } = await this.#readQueue(hungry, nowMs);
    const rank = rankBy(this.deps.seats(), queued, nowMs);
    let matches = matchTasks(queued, idle, busy, rank);
    const mayBeEmpty = isAll && matches.length === queued.length;
    if (matches.length < idle.length && queued.length >= wanted) {
      const unserved = notServed(idle, matches);
      const suiting = await this.#lookPastForeignKinds(
        matches,
        unserved,
        queued.some(({ kindNumber }) => kindNumber === NOBODYS_KIND),
      );
      matches = [...matches, ...matchTasks(suiting, unserved, [], rank)];
    }
    if (matches.length < idle.length && (hasAhead(this.deps.seats()) || this.#lookInMs() === 0)) {
      this.#news.looked();
      const unserved = notServed(idle, matches);
      const { candidates } = await this.#read(RESERVED_STATEMENT, 0, unserved.length, {
        idle: unserved,
        busy: [],
      });
      matches = [...matches, ...matchTasks(candidates, unserved, [], rank)];
    }
    const count = matches.length === 0 ? 0 : await this.#claim(matches);
    this.#isEmpty = mayBeEmpty && count === matches.length && this.#heardFromId === NOT_HEARD;
    if (this.#isEmpty) this.#news.allGone();
    const assigned = matches.filter(({ event }) => event === "assign").map(({ taskId }) => taskId);
    return { count, assigned: new Set(assigned) };
  }

  /** What this process may hand out to these workers: nothing, without a read, when it is known that there is nothing. */
  async #readQueue(hungry: Hungry, nowMs: number): Promise<{ queued: Candidate[]; isAll: boolean }> {
    const { idle, busy, ownFromId } = hungry;
    if (this.#isEmpty && ownFromId === NOT_HEARD) return { queued: [], isAll: true };
    this.#heardFromId = NOT_HEARD;
    const fromId = Math.min(this.#scanFromId, ownFromId);
    const { candidates, isAll } = await this.#read(
      CANDIDATES_STATEMENT,
      fromId,
      idle.length + busy.length,
      hungry,
    );
    const [oldest] = candidates;
    if (oldest) this.#scanFromId = Math.min(oldest.taskId, this.#heardFromId);
    return { queued: candidates.filter(({ taskId }) => this.#news.isForUs(taskId, nowMs)), isAll };
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
    const { candidates } = await this.#read(CANDIDATES_STATEMENT, this.#scanFromId, wanted, hungry, {
      kinds,
      passGated: someWait,
    });
    const taken = new Set(matches.map(({ taskId }) => taskId));
    return candidates.filter(({ taskId }) => !taken.has(taskId));
  }

  /** 0 when what other processes have reserved is to be looked at; otherwise a timer will ask again. */
  #lookInMs(): number | null {
    const inMs = this.#news.lookInMs();
    if (inMs !== null && inMs > 0) this.#wakeIn(inMs);
    return inMs;
  }

  async #read(
    statement: CandidatesStatement,
    fromId: number,
    wanted: number,
    { idle, busy }: Pick<Hungry, "idle" | "busy">,
    { kinds, passGated }: { kinds: readonly number[] | null; passGated: boolean } = ALL,
  ): Promise<{ candidates: Candidate[]; isAll: boolean }> {
    const { candidates, turns, isAll } = await readCandidates(this.deps.pool, statement, {
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
    return { candidates: await this.deps.admit(candidates), isAll };
  }

  async #claim(matches: readonly Match[]): Promise<number> {
    const claimed = await claimTasks(this.deps.pool, matches, this.deps.clock.nowMs());
    await this.deps.onClaimed(claimed);
    return claimed.length;
  }
}
