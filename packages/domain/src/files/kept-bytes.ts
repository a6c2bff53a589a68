/** Collects which parts of a file stay, in their order, and copies only when something was left out or replaced. */
export class KeptBytes {
  readonly #source: Buffer;
  readonly #parts: Buffer[] = [];
  #rangeStart = 0;
  #rangeEnd = 0;

  constructor(source: Buffer) {
    this.#source = source;
  }

  /** Appends `[start, end)` of the source; neighbours join, so an untouched file stays one range. */
  keep(start: number, end: number): void {
    if (start !== this.#rangeEnd) {
      this.#closeRange();
      this.#rangeStart = start;
    }
    this.#rangeEnd = end;
  }

  /** Appends bytes of our own. */
  write(bytes: Buffer): void {
    this.#closeRange();
    this.#parts.push(bytes);
    this.#rangeStart = this.#rangeEnd;
  }

  /** The new file, or null when the whole source was kept as it is. */
  finish(): Buffer | null {
    if (this.#parts.length === 0 && this.#rangeStart === 0 && this.#rangeEnd === this.#source.length)
      return null;
    this.#closeRange();
    return Buffer.concat(this.#parts);
  }

  #closeRange(): void {
    if (this.#rangeEnd > this.#rangeStart) {
      this.#parts.push(this.#source.subarray(this.#rangeStart, this.#rangeEnd));
    }
  }
}
