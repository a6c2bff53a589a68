import { crc32 } from "node:zlib";
import type { Clock } from "@sightline/contract/clock";

/** Whoever sends the same bytes again within this time has probably lost the first answer. */
export const REPEAT_MS = 10_000;
const MAX_REMEMBERED = 20_000;

/**
 * What this process accepted within the last ten seconds without an Idempotency-Key, by account and content. It
 * refuses nothing: it only lets a customer be told. Contents are known by length and checksum; at worst one account
 * is told of a repeat that was none.
 */
export class RecentSubmissions {
  readonly #accepted = new Map<string, { taskId: number; atMs: number }>();

  constructor(private readonly clock: Clock) {}

  /** Remembers that a task was made of these bytes, and says which one was made of the same ones just before. */
  note(accountId: number, contents: readonly (Buffer | string)[], taskId: number): number | null {
    const nowMs = this.clock.nowMs();
    this.#forget(nowMs);
    let checksum = 0;
    let length = 0;
    for (const content of contents) {
      checksum = crc32(content, checksum);
      length += content.length;
    }
    const name = `${accountId} ${length} ${checksum}`;
    const before = this.#accepted.get(name);
    this.#accepted.delete(name);
    this.#accepted.set(name, { taskId, atMs: nowMs });
    return before !== undefined && before.atMs > nowMs - REPEAT_MS ? before.taskId : null;
  }

  /** They stand in the order in which they came. */
  #forget(nowMs: number): void {
    for (const [name, { atMs }] of this.#accepted) {
      if (atMs > nowMs - REPEAT_MS && this.#accepted.size < MAX_REMEMBERED) return;
      this.#accepted.delete(name);
    }
  }
}
