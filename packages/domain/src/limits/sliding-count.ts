/** A window is counted in this many parts, plus the one that is leaving it. */
const PARTS = 60;

/**
 * How many events fell into the last `windowMs`. An event stays for the whole window and leaves it at most a
 * sixtieth of the window late. Adding costs some nanoseconds, whatever the count is.
 */
export class SlidingCount {
  readonly #counts = new Uint32Array(PARTS + 1);
  readonly #partMs: number;
  #newestPart: number;
  #total = 0;

  constructor(windowMs: number, nowMs: number) {
    this.#partMs = windowMs / PARTS;
    this.#newestPart = Math.floor(nowMs / this.#partMs);
  }

  add(nowMs: number, events = 1): void {
    this.#advance(nowMs);
    const slot = this.#newestPart % this.#counts.length;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + events;
    this.#total += events;
  }

  total(nowMs: number): number {
    this.#advance(nowMs);
    return this.#total;
  }

  /** Forgets the parts that have left the window. A clock that was set back counts as standing still. */
  #advance(nowMs: number): void {
    const part = Math.floor(nowMs / this.#partMs);
    if (part <= this.#newestPart) return;
    const passed = Math.min(part - this.#newestPart, this.#counts.length);
    for (let step = 0; step < passed && this.#total > 0; step++) {
      const slot = (part - step) % this.#counts.length;
      this.#total -= this.#counts[slot] ?? 0;
      this.#counts[slot] = 0;
    }
    this.#newestPart = part;
  }
}
