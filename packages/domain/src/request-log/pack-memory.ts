/** Sizes are powers of two from this on. */
const FIRST_BYTES = 4_096;
/** What is kept to be used anew; more is left to the garbage collector. */
const FREE_MAX_BYTES = 16 * 1024 * 1024;

/** Buffers that are used over and again: those that live for a second are garbage that only full collections free. */
export class PackMemory {
  readonly #free = new Map<number, Buffer[]>();
  #freeBytes = 0;

  /** At least so many bytes, with anything in them. */
  take(bytes: number): Buffer {
    let size = FIRST_BYTES;
    while (size < bytes) size *= 2;
    const free = this.#free.get(size)?.pop();
    if (!free) return Buffer.allocUnsafeSlow(size);
    this.#freeBytes -= size;
    return free;
  }

  giveBack(buffer: Buffer): void {
    if (this.#freeBytes + buffer.length > FREE_MAX_BYTES) return;
    this.#freeBytes += buffer.length;
    const free = this.#free.get(buffer.length);
    if (free) free.push(buffer);
    else this.#free.set(buffer.length, [buffer]);
  }
}
