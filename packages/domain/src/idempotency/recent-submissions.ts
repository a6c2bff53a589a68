import { crc32 } from "node:zlib";
import type { Clock } from "@sightline/contract/clock";

/** Whoever sends the same bytes again within this time has probably lost the first answer. */
export const REPEAT_MS = 10_000;
const MAX_REMEMBERED = 20_000;
const FORGET_EVERY_MS = 1_000;
/** A customer whose program repeats all it sends is told of it once a day. */
export const TOLD_AGAIN_MS = 24 * 3_600_000;

/**
 * What this process accepted within the last ten seconds without an Idempotency-Key, by account and content. It
 * refuses nothing: it only lets a customer be told. Contents are known by length and checksum; at worst one account
 * is told of a repeat that was none.
 */
export class RecentSubmissions {
  readonly #accepted = new Map<string, { taskId: number; atMs: number }>();

  #forgetAtMs = 0;
  /** When accounts were told of a repeat. */
  readonly #told = new Map<number, number>();

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

  /**
   * Whether an account is to be told of a repeat: true once a day. It costs a look into memory, since a program that
   * repeats everything asks with each submission.
   */
  isToBeTold(accountId: number): boolean {
    const nowMs = this.clock.nowMs();
    if ((this.#told.get(accountId) ?? Number.NEGATIVE_INFINITY) > nowMs - TOLD_AGAIN_MS) return false;
    this.#told.delete(accountId);
    if (this.#told.size >= MAX_REMEMBERED) this.#told.delete(this.#told.keys().next().value ?? 0);
    this.#told.set(accountId, nowMs);
    return true;
  }

  /** It could not be told: the next repeat tries again. */
  notTold(accountId: number): void {
    this.#told.delete(accountId);
  }

  /**
   * They stand in the order in which they came. Many go at a time: a Map that lost its first entries walks past all of
   * their places to find the next.
   */
  #forget(nowMs: number): void {
    const isFull = this.#accepted.size >= MAX_REMEMBERED;
    if (!isFull && nowMs < this.#forgetAtMs) return;
    this.#forgetAtMs = nowMs + FORGET_EVERY_MS;
    const kept = isFull ? (MAX_REMEMBERED / 16) * 15 : MAX_REMEMBERED;
    for (const [name, { atMs }] of this.#accepted) {
      if (atMs > nowMs - REPEAT_MS && this.#accepted.size <= kept) return;
      this.#accepted.delete(name);
    }
  }
}
