import type { Clock } from "@sightline/contract/clock";
import type { LoggedCall, RequestOutcome } from "@sightline/contract/request-log";

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

/**
 * A row of `request_log` that is still to be written. Entries stand in it as text from the first: objects that live
 * for a second would cost the garbage collector more than all of the writing.
 */
export interface LogPack {
  accountId: number;
  marks: Set<string>;
  texts: string[];
  times: number[];
  bytes: number;
}

const NOT_READY = "CAPCHA_NOT_READY";
/** What waits to be written, at most; more is dropped and counted. */
const ENTRIES_MAX = 40_000;
const BYTES_MAX = 24 * 1024 * 1024;
/** How much one row holds. */
const PACK_ENTRIES_MAX = 50;
const PACK_BYTES_MAX = 48 * 1024;

/**
 * The calls of this process that are not written yet. Noting one is a push into an array: the caller never waits,
 * and when more comes than is written (or the database is away) the new ones are dropped and counted, never the
 * API slowed. Polls that were told "not ready" over and again become one entry with their number.
 */
export class RequestLog {
  #packs = new Map<number, LogPack>();
  #full: LogPack[] = [];
  #entries = 0;
  #bytes = 0;
  #dropped = 0;
  /** Where the last "not ready" of each task stands, while its pack is not written. */
  readonly #repeats = new Map<number, { pack: LogPack; place: number }>();

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
      before.pack.times[before.place] = (before.pack.times[before.place] ?? 0) + 1;
      return;
    }
    const pack = this.#add(accountId, 1, JSON.stringify(call));
    if (!pack) return;
    addMarks(pack.marks, call);
    if (polled !== null) this.#repeats.set(polled, { pack, place: pack.texts.length - 1 });
  }

  noteEvents(events: readonly Omit<NotedEvent, "atMs">[]): void {
    if (this.days === 0 || events.length === 0) return;
    const atMs = this.clock.nowMs();
    for (const { accountId, taskId, event } of events) {
      this.#add(accountId, 0, `"${event}",${taskId},${atMs}`)?.marks.add(taskMark(taskId));
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
      this.#entries -= pack.texts.length;
      this.#bytes -= pack.bytes;
    }
    return taken;
  }

  /** They could not be written. */
  drop(packs: readonly LogPack[]): void {
    for (const { texts } of packs) this.#dropped += texts.length;
  }

  #add(accountId: number, times: number, text: string): LogPack | null {
    const bytes = text.length;
    if (this.#entries >= ENTRIES_MAX || this.#bytes + bytes > BYTES_MAX) {
      this.#dropped++;
      return null;
    }
    let pack = this.#packs.get(accountId);
    if (pack && (pack.texts.length >= PACK_ENTRIES_MAX || pack.bytes + bytes > PACK_BYTES_MAX)) {
      this.#full.push(pack);
      pack = undefined;
    }
    if (!pack) {
      pack = { accountId, marks: new Set(), texts: [], times: [], bytes: 0 };
      this.#packs.set(accountId, pack);
    }
    pack.texts.push(text);
    pack.times.push(times);
    pack.bytes += bytes;
    this.#entries++;
    this.#bytes += bytes;
    return pack;
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
