/**
 * Group commit. A lane gathers what arrives while its last batch runs and hands it to one statement, which is one
 * transaction: many events share one commit, and an idle lane adds no waiting time. One batch is in flight at a
 * time; two made batches smaller and the whole slower.
 *
 * What can go wrong with a batch, and what happens then:
 * - One item's data, or a fault of ours that it brings out: run again one by one, so that only the guilty item fails.
 * - 40001, 40P01 (someone else's lock): the whole batch runs again.
 * - The connection is lost, or the database does not answer in time: nobody knows whether it was committed.
 *   `afterUnknown` finds out which items took effect; the others run again with the same ids. This goes on for
 *   AWAY_MS_MAX at most; then the batch and all that waits behind it are refused, so that no caller waits longer
 *   than one batch. `run` must end by itself: the pool's time limits see to that.
 */
export interface LaneOptions<Item, Result> {
  name: string;
  run(items: readonly Item[]): Promise<Result[]>;
  /** For items whose batch met a lost connection: the result of each that took effect, undefined for the rest. */
  afterUnknown?(items: readonly Item[]): Promise<(Result | undefined)[]>;
  bytesOf?(item: Item): number;
  maxRows?: number;
  maxBytes?: number;
  maxWaiting?: number;
}

/** The lane is full, or the database has been away for longer than a caller should wait. */
export class LaneUnavailable extends Error {
  override name = "LaneUnavailable";

  constructor(
    message: string,
    /** The item was sent to the database and may yet turn out to be committed. */
    readonly mayHaveHappened: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** How long one batch is tried while the database is away. Real time: it is about how long callers wait. */
const AWAY_MS_MAX = 2_000;
const RETRY_DELAY_MS = 100;
const CONFLICTS_MAX = 4;

/** What is left of a batch's patience. */
interface Patience {
  untilMs: number;
  conflictsLeft: number;
}

export class Lane<Item, Result> {
  #waiting: Waiting<Item, Result>[] = [];
  #running = false;
  #scheduled = false;
  readonly #options: Required<Omit<LaneOptions<Item, Result>, "afterUnknown" | "bytesOf">> &
    Pick<LaneOptions<Item, Result>, "afterUnknown" | "bytesOf">;
  readonly stats = { batches: 0, rows: 0 };

  constructor(options: LaneOptions<Item, Result>) {
    this.#options = { maxRows: 100, maxBytes: 4_194_304, maxWaiting: 2_000, ...options };
  }

  /** Resolves after the commit that holds the item. Rejects with LaneUnavailable, or with the item's own error. */
  push(item: Item): Promise<Result> {
    if (this.#waiting.length >= this.#options.maxWaiting) {
      return Promise.reject(new LaneUnavailable(`lane ${this.#options.name} is full`, false));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#running || this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        void this.#drain();
      });
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async #drain(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#takeBatch();
        this.stats.batches++;
        this.stats.rows += batch.length;
        await this.#runBatch(batch, {
          untilMs: performance.now() + AWAY_MS_MAX,
          conflictsLeft: CONFLICTS_MAX,
        });
      }
    } finally {
      this.#running = false;
    }
  }

  #takeBatch(): Waiting<Item, Result>[] {
    const { maxRows, maxBytes, bytesOf } = this.#options;
    let count = Math.min(this.#waiting.length, maxRows);
    if (bytesOf) {
      let bytes = 0;
      for (let i = 0; i < count; i++) {
        const next = this.#waiting[i];
        if (next) bytes += bytesOf(next.item);
        if (bytes > maxBytes && i > 0) {
          count = i;
          break;
        }
      }
    }
    return this.#waiting.splice(0, count);
  }

  async #runBatch(batch: Waiting<Item, Result>[], patience: Patience): Promise<void> {
    try {
      const results = await this.#options.run(batch.map(({ item }) => item));
      batch.forEach((entry, i) => {
        entry.resolve(results[i] as Result);
      });
    } catch (error) {
      await this.#recover(batch, error, patience);
    }
  }

  async #recover(batch: Waiting<Item, Result>[], error: unknown, patience: Patience): Promise<void> {
    const fault = faultOf(error);
    if (fault === "connection") return this.#afterCut(batch, error, patience);
    if (fault === "conflict" && patience.conflictsLeft-- > 0) return this.#runBatch(batch, patience);
    const rest = await this.#settleKnown(batch, patience);
    const [only] = rest;
    if (batch.length === 1) only?.reject(error);
    else await this.#runOneByOne(rest, error, patience);
  }

  async #runOneByOne(batch: Waiting<Item, Result>[], error: unknown, patience: Patience): Promise<void> {
    for (const [i, entry] of batch.entries()) {
      if (performance.now() > patience.untilMs) return this.#giveUp(batch.slice(i), error);
      await this.#runBatch([entry], { ...patience });
    }
  }

  async #afterCut(batch: Waiting<Item, Result>[], error: unknown, patience: Patience): Promise<void> {
    if (performance.now() + RETRY_DELAY_MS > patience.untilMs) return this.#giveUp(batch, error);
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
    const rest = await this.#settleKnown(batch, patience);
    if (rest.length > 0) await this.#runBatch(rest, patience);
  }

  /** Refuses the batch and what waits behind it: it would wait as long, one batch after the other. */
  #giveUp(batch: readonly Waiting<Item, Result>[], cause: unknown): void {
    const refuse = (entry: Waiting<Item, Result>, mayHaveHappened: boolean): void =>
      entry.reject(new LaneUnavailable("the database is away", mayHaveHappened, { cause }));
    for (const entry of batch) refuse(entry, true);
    for (const entry of this.#waiting.splice(0)) refuse(entry, false);
  }

  /** Answers what did take effect in a run that failed; returns what did not. */
  async #settleKnown(batch: Waiting<Item, Result>[], patience: Patience): Promise<Waiting<Item, Result>[]> {
    if (!this.#options.afterUnknown) return batch;
    try {
      const known = await this.#options.afterUnknown(batch.map(({ item }) => item));
      return batch.filter((entry, i) => {
        const result = known[i];
        if (result !== undefined) entry.resolve(result);
        return result === undefined;
      });
    } catch (error) {
      await this.#afterCut(batch, error, patience);
      return [];
    }
  }
}

type Fault = "item" | "conflict" | "connection";

/**
 * What kind of trouble an error of the database driver means, by its SQLSTATE. Errors of the driver itself have no
 * code, those of the socket one of Node's: in both the database did not answer.
 */
export function faultOf(error: unknown): Fault {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (typeof code !== "string") return name === "Error" ? "connection" : "item";
  if (!SQLSTATE.test(code)) return "connection";
  if (code === "40001" || code === "40P01") return "conflict";
  return AWAY.test(code) ? "connection" : "item";
}

/** All classes that PostgreSQL uses begin with a digit, but for F0, HV, P0 and XX; EPIPE is none. */
const SQLSTATE = /^([0-9]|F0|HV|P0|XX)[0-9A-Z]+$/;
/** Cannot be reached, logged into or written to; out of resources; cancelled or shut down by an operator. */
const AWAY = /^(08|25|28|3D|53|57)/;
