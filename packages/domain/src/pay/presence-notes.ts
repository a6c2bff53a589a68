import type { Settled } from "../tasks/task-lanes";

const WORKERS_MAX = 20_000;

/**
 * What workers' acts say about their presence, kept until the next look of the service that counts active time: an
 * answer shows that somebody is there, a pass takes readiness away.
 */
export class PresenceNotes {
  #notes = new Map<number, "ready" | "passed">();

  note(settled: readonly Settled[]): void {
    for (const { event, workerId } of settled) {
      if (workerId === null) continue;
      if (event === "answer" || event === "answer_finally") this.#put(workerId, "ready");
      else if (event === "pass") this.#put(workerId, "passed");
    }
  }

  take(): Map<number, "ready" | "passed"> {
    const notes = this.#notes;
    this.#notes = new Map();
    return notes;
  }

  #put(workerId: number, what: "ready" | "passed"): void {
    if (this.#notes.size < WORKERS_MAX || this.#notes.has(workerId)) this.#notes.set(workerId, what);
  }
}
