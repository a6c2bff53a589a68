import type { PackMemory } from "./pack-memory";

/** How much one row holds. */
const ENTRIES_MAX = 50;
const BYTES_MAX = 48 * 1024;

/** Room for how often a call came; spaces behind a number are nothing in JSON. */
const TIMES_WIDTH = 9;
/** A UTF-16 unit is at most three bytes of UTF-8. */
const BYTES_PER_UNIT_MAX = 3;

/**
 * A row of `request_log` that is still to be written. Its entries stand in it as the bytes of one JSON array from the
 * first: texts and objects that live for a second, past several scavenges, cost the garbage collector more than all of
 * the writing.
 */
export class LogPack {
  readonly marks = new Set<string>();
  #buffer: Buffer;
  #used = 0;
  #count = 0;

  constructor(
    readonly accountId: number,
    private readonly memory: PackMemory,
  ) {
    this.#buffer = memory.take(0);
  }

  get count(): number {
    return this.#count;
  }

  /** Of the entries as they will be written. */
  get byteLength(): number {
    return this.#used + 1;
  }

  hasRoomFor(text: string): boolean {
    return this.#count === 0 || (this.#count < ENTRIES_MAX && this.#used + text.length <= BYTES_MAX);
  }

  /** Adds an entry that has come so often, and says where that number stands. */
  add(times: number, text: string): number {
    this.#makeRoom(text.length * BYTES_PER_UNIT_MAX + TIMES_WIDTH + 5);
    this.#byte(this.#count === 0 ? OPEN : COMMA);
    this.#byte(OPEN);
    const place = this.#used;
    this.#used += TIMES_WIDTH;
    this.#writeTimes(place, times);
    this.#byte(COMMA);
    this.#used += this.#buffer.write(text, this.#used);
    this.#byte(CLOSE);
    this.#count++;
    return place;
  }

  setTimes(place: number, times: number): void {
    this.#writeTimes(place, times);
  }

  /** All entries as JSON, in memory that is used anew after `release`. */
  toJson(): Buffer {
    this.#makeRoom(1);
    this.#buffer[this.#used] = CLOSE;
    return this.#buffer.subarray(0, this.#used + 1);
  }

  /** Nothing more is added, and its JSON has been copied. */
  release(): void {
    this.memory.giveBack(this.#buffer);
    this.#buffer = NO_BYTES;
    this.#used = 0;
  }

  #writeTimes(place: number, times: number): void {
    this.#buffer.write(String(times).padEnd(TIMES_WIDTH), place, "latin1");
  }

  #byte(byte: number): void {
    this.#buffer[this.#used++] = byte;
  }

  #makeRoom(bytes: number): void {
    const needed = this.#used + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = this.memory.take(needed);
    this.#buffer.copy(larger, 0, 0, this.#used);
    this.memory.giveBack(this.#buffer);
    this.#buffer = larger;
  }
}

const NO_BYTES = Buffer.alloc(0);
const [OPEN, CLOSE, COMMA] = [0x5b, 0x5d, 0x2c];
