import { type IdSource, idNode, idTimeMs } from "@sightline/db/task-id";
import type { Hints } from "../processes/hints";

/** While workers here are idle, what others have reserved is looked at this often without being told. */
const LOOK_EACH_MS = 100;
/** What another process has just accepted is left to its own workers for this long, unless that process tells of it. */
const THEIRS_FOR_MS = 200;
const NOTHING = Number.MAX_SAFE_INTEGER;

export type PeerNewsDeps = {
  hints: Pick<Hints, "hasPeers" | "queued">;
  ids: Pick<IdSource, "node">;
};

/**
 * What the processes of an installation let each other know about queued tasks. What an idle worker of this process
 * takes at once is no news to the others: told of it, each would read the queue only to find it gone, and whoever reads
 * for another reason would take it away from the process that has its picture in memory. So others hear of what is left
 * after a round, reserved tasks among it, since somebody idle elsewhere may take those over; and they leave alone what
 * another process has just accepted, until they hear of it or it grows old.
 */
export class PeerNews {
  #untold: number[] = [];
  #heard = true;
  /** From this id on, tasks are anybody's however young they are. */
  #anybodysFromId = 0;
  #lookedAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: PeerNewsDeps) {}

  queuedHere(taskId: number): void {
    this.#untold.push(taskId);
    if (idNode(taskId) !== this.deps.ids.node) this.#anybodysFromId = Math.min(this.#anybodysFromId, taskId);
  }

  /** Another process has tasks for which it had nobody idle, or this one looks at everything anew: from this id on. */
  heard(fromId: number): void {
    this.#heard = true;
    this.#anybodysFromId = Math.min(this.#anybodysFromId, fromId);
  }

  /** All that was heard of has been handed out. */
  allGone(): void {
    this.#anybodysFromId = NOTHING;
  }

  /** Whether this process may hand the task out now. */
  isForUs(taskId: number, nowMs: number): boolean {
    const node = this.deps.ids.node;
    return (
      taskId >= this.#anybodysFromId ||
      node === null ||
      node === idNode(taskId) ||
      nowMs - idTimeMs(taskId) >= THEIRS_FOR_MS ||
      !this.deps.hints.hasPeers
    );
  }

  /** What was queued here and nobody was told of; whoever takes it tells what is left of it. */
  take(): number[] {
    return this.#untold.splice(0);
  }

  tell(left: readonly number[]): void {
    if (left.length > 0) this.deps.hints.queued(left.reduce((least, taskId) => Math.min(least, taskId)));
  }

  /** Whether another process may have reserved a task since it was looked last: 0, or after how many ms to ask again; null: there is none. */
  lookInMs(): number | null {
    if (!this.deps.hints.hasPeers) return null;
    return this.#heard ? 0 : Math.max(0, this.#lookedAtMs + LOOK_EACH_MS - performance.now());
  }

  looked(): void {
    this.#heard = false;
    this.#lookedAtMs = performance.now();
  }
}
