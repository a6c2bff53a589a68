/**
 * Ids of tasks and of other causes of money: `(ms since 2026-01-01) * 4096 + node * 256 + sequence`. Time-ordered,
 * below 2^53 until 2095, unique over sixteen processes whose node number is held by a lock. Multiplied, never
 * shifted: shifts cut numbers to 32 bits.
 */
export const ID_EPOCH_MS = Date.UTC(2026, 0, 1);
const IDS_PER_MS = 4096;
const IDS_PER_NODE = 256;
export const NODE_COUNT = IDS_PER_MS / IDS_PER_NODE;

/** The smallest id that can be made at this time (ms since 1970). */
export function firstIdAt(ms: number): number {
  return (ms - ID_EPOCH_MS) * IDS_PER_MS;
}

/** When an id was made, in ms since 1970. */
export function idTimeMs(id: number): number {
  return Math.floor(id / IDS_PER_MS) + ID_EPOCH_MS;
}

/** The number of the process that made an id. */
export function idNode(id: number): number {
  return Math.floor((id % IDS_PER_MS) / IDS_PER_NODE);
}

/**
 * Makes ids that only grow, even when the clock is set back or more than 256 fall into one millisecond. Without a
 * node number it makes none: another process may hold the one it had.
 */
export class IdSource {
  #lastMs = 0;
  #sequence = 0;
  #node: number | null = null;

  constructor(private readonly nowMs: () => number) {}

  /** The number this process holds by its lock; null while it holds none. */
  get node(): number | null {
    return this.#node;
  }

  set node(node: number | null) {
    this.#node = node;
    // Within one millisecond a lower number would make smaller ids than those before.
    this.#sequence = IDS_PER_NODE;
  }

  tryNext(): number | null {
    if (this.#node === null) return null;
    const ms = this.nowMs() - ID_EPOCH_MS;
    if (ms > this.#lastMs) {
      this.#lastMs = ms;
      this.#sequence = 0;
    } else if (++this.#sequence >= IDS_PER_NODE) {
      this.#lastMs++;
      this.#sequence = 0;
    }
    return this.#lastMs * IDS_PER_MS + this.#node * IDS_PER_NODE + this.#sequence;
  }

  /** As tryNext; throws where an id is needed and waiting for a node makes no sense. */
  next(): number {
    const id = this.tryNext();
    if (id === null) throw new Error("this process holds no node number yet");
    return id;
  }
}
