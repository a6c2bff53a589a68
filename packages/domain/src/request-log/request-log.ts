import type { Clock } from "@sightline/contract/clock";
import type { LoggedCall, RequestOutcome } from "@sightline/contract/request-log";
import { LogPack } from "./log-pack";
import { PackMemory } from "./pack-memory";

/** What is noted of a call; its place in the log is given when it is written. */
export type NotedCall = Omit<LoggedCall, "id" | "times" | "outcome"> & { accountId: number };

/** What happened to a task without a call: it was handed to somebody, or came back into the queue. */
export interface NotedEvent {
  accountId: number;
  taskId: number;
  event: "leased" | "returned";
  atMs: number;
}

/** One element of `request_log.entries`: a call with how often it came, or something that happened to a task. */
export type LogEntry =
  | [times: number, call: Omit<NotedCall, "accountId">]
  | [times: 0, event: NotedEvent["event"], taskId: number, atMs: number];

const NOT_READY = "CAPCHA_NOT_READY";
/** What waits to be written, at most; more is dropped and counted. */
const ENTRIES_MAX = 40_000;
const BYTES_MAX = 24 * 1024 * 1024;

/**
 * The calls of this process that are not written yet. Noting one is a copy into a buffer: the caller never waits,
 * and when more comes than is written (or the database is away) the new ones are dropped and counted, never the
 * API slowed. Polls that were told "not ready" over and again become one entry with their number.
 */
export class RequestLog {
  #packs = new Map<number, LogPack>();
  #full: LogPack[] = [];
  readonly #memory = new PackMemory();
  #entries = 0;
  #bytes = 0;
  #dropped = 0;
  /** Where the last "not ready" of each task stands, while its pack is not written. */
  readonly #repeats = new Map<number, { pack: LogPack; place: number; times: number }>();

  constructor(
    private readonly clock: Clock,
    /** 0: nothing is kept. */
    readonly days: number,
  ) {}

  get dropped(): number {
    return this.#dropped;
  }

  note({ accountId, ...call }: NotedCall): void {
    if (this.days === 0) return;
    const { code, taskId } = call;
    const polled = code === NOT_READY ? taskId : null;
    const before = polled === null ? undefined : this.#repeats.get(polled);
    if (before) {
      before.pack.setTimes(before.place, ++before.times);
      return;
    }
    const text = JSON.stringify(call);
    const pack = this.#packFor(accountId, text);
    if (!pack) return;
    const place = this.#add(pack, 1, text);
    addMarks(pack.marks, call);
    if (polled !== null) this.#repeats.set(polled, { pack, place, times: 1 });
  }

  noteEvents(events: readonly Omit<NotedEvent, "atMs">[]): void {
    if (this.days === 0 || events.length === 0) return;
    const atMs = this.clock.nowMs();
    for (const { accountId, taskId, event } of events) {
      const text = `"${event}",${taskId},${atMs}`;
      const pack = this.#packFor(accountId, text);
      if (!pack) continue;
      this.#add(pack, 0, text);
      pack.marks.add(taskMark(taskId));
    }
  }

  /** Takes what is to be written next: at most so many rows. */
  take(maxPacks: number): LogPack[] {
    if (this.#full.length < maxPacks) {
      this.#full.push(...this.#packs.values());
      this.#packs = new Map();
    }
    this.#repeats.clear();
    const taken = this.#full.splice(0, maxPacks);
    for (const pack of taken) {
      this.#entries -= pack.count;
      this.#bytes -= pack.byteLength;
    }
    return taken;
  }

  /** They could not be written. */
  drop(packs: readonly LogPack[]): void {
    for (const { count } of packs) this.#dropped += count;
  }

  /** The account's row that is being filled; null when nothing more may wait. */
  #packFor(accountId: number, text: string): LogPack | null {
    if (this.#entries >= ENTRIES_MAX || this.#bytes + text.length > BYTES_MAX) {
      this.#dropped++;
      return null;
    }
    let pack = this.#packs.get(accountId);
    if (pack?.hasRoomFor(text)) return pack;
    if (pack) this.#full.push(pack);
    pack = new LogPack(accountId, this.#memory);
    this.#bytes += pack.byteLength;
    this.#packs.set(accountId, pack);
    return pack;
  }

  #add(pack: LogPack, times: number, text: string): number {
    const before = pack.byteLength;
    const place = pack.add(times, text);
    this.#entries++;
    this.#bytes += pack.byteLength - before;
    return place;
  }
}

export function outcomeOf(code: string): RequestOutcome {
  if (code === "OK") return "ok";
  return code === NOT_READY ? "waiting" : "refused";
}

/** What a row can be found by. Without spaces: the marks of a row travel as one text. */
function addMarks(marks: Set<string>, { code, address, taskId, keyId }: Omit<NotedCall, "accountId">): void {
  marks
    .add(CALL_MARK)
    .add(outcomeMark(outcomeOf(code)))
    .add(addressMark(address));
  if (taskId !== null) marks.add(taskMark(taskId));
  if (keyId !== null) marks.add(keyMark(keyId));
}

export const CALL_MARK = "call";
export const taskMark = (taskId: number): string => `task:${taskId}`;
export const keyMark = (keyId: number): string => `key:${keyId}`;
export const outcomeMark = (outcome: string): string => `is:${outcome}`;
export const addressMark = (address: string): string => `at:${address.replaceAll(" ", "")}`;
