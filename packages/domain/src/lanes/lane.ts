/**
 * Group commit. A lane gathers what arrives while its last batch runs and hands it to one statement, which is one
 * transaction: many events share one commit, and an idle lane adds no waiting time. One batch is in flight at a
 * time; two made batches smaller and the whole slower.
 *
 * What can go wrong with a batch, and what happens then:
 * - SQLSTATE class 22 or 23 (one item's data): run again one by one, so that only the guilty item fails.
 * - 40001, 40P01 (someone else's lock): the whole batch runs again.
 * - the connection is lost: nobody knows whether it was committed. `afterUnknown` finds out which items took
 *   effect; the others run again with the same ids.
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
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

const MAX_ATTEMPTS = 4;
const RETRY_DELAY_MS = 150;

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
      return Promise.reject(new LaneUnavailable(`lane ${this.#options.name} is full`));
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
        await this.#runBatch(batch, MAX_ATTEMPTS);
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

  async #runBatch(batch: Waiting<Item, Result>[], attemptsLeft: number): Promise<void> {
    try {
      const results = await this.#options.run(batch.map(({ item }) => item));
      batch.forEach((entry, i) => {
        entry.resolve(results[i] as Result);
      });
    } catch (error) {
      await this.#recover(batch, error, attemptsLeft - 1);
    }
  }

  async #recover(batch: Waiting<Item, Result>[], error: unknown, attemptsLeft: number): Promise<void> {
    const fault = faultOf(error);
    if (fault === "data" && batch.length > 1) {
      for (const entry of batch) await this.#runBatch([entry], attemptsLeft);
      return;
    }
    if (fault === "data" || fault === "bug" || attemptsLeft <= 0) {
      const reason =
        fault === "connection" ? new LaneUnavailable("the database is away", { cause: error }) : error;
      for (const entry of batch) entry.reject(reason);
      return;
    }
    if (fault === "connection") {
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
      const rest = await this.#settleKnown(batch, attemptsLeft);
      if (rest.length > 0) await this.#runBatch(rest, attemptsLeft);
      return;
    }
    await this.#runBatch(batch, attemptsLeft);
  }

  /** Answers what did take effect before the connection broke; returns what did not. */
  async #settleKnown(
    batch: Waiting<Item, Result>[],
    attemptsLeft: number,
  ): Promise<Waiting<Item, Result>[]> {
    if (!this.#options.afterUnknown) return batch;
    try {
      const known = await this.#options.afterUnknown(batch.map(({ item }) => item));
      return batch.filter((entry, i) => {
        const result = known[i];
        if (result !== undefined) entry.resolve(result);
        return result === undefined;
      });
    } catch (error) {
      await this.#recover(batch, error, attemptsLeft - 1);
      return [];
    }
  }
}

type Fault = "data" | "conflict" | "connection" | "bug";

/** What kind of trouble an error of the database driver means, by its SQLSTATE; none means the socket broke. */
export function faultOf(error: unknown): Fault {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return error instanceof TypeError || error instanceof RangeError ? "bug" : "connection";
  if (/^(22|23)/.test(code)) return "data";
  if (code === "40001" || code === "40P01") return "conflict";
  if (/^(08|57|53|25)/.test(code) || /^E[A-Z]+$/.test(code)) return "connection";
  return "bug";
}
