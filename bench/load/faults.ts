const KEPT_MAX = 10;

/** What went wrong under load. A benchmark with a fault has no figures: a server that refuses is fast. */
export class Faults {
  readonly #kept: string[] = [];
  #count = 0;

  add(fault: string): void {
    this.#count++;
    if (this.#kept.length < KEPT_MAX) this.#kept.push(fault);
  }

  get none(): boolean {
    return this.#count === 0;
  }

  /** Throws, with the first of them, when there were any. */
  throwIfAny(): void {
    if (this.#count > 0) throw new Error(`${this.#count} faults under load, first ${this.#kept.join("; ")}`);
  }
}
