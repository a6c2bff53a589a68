import type { Seat } from "../dispatch/seat";
import type { Settled } from "../tasks/task-lanes";

/** Answers are counted by how long they took, in ms: up to each of these, and beyond the last. */
export const PACE_STEPS_MS = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000] as const;
/** A longer one was a pause, and says nothing about an even pace. */
const TIMED_MS_MAX = 16_000;
const ENTRIES_MAX = 20_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface PaceEntry {
  workerId: number;
  kindNumber: number;
  /** Days since 1970, in UTC. */
  day: number;
  steps: number[];
  passed: number;
  unreadable: number;
  reported: number;
  leasesEnded: number;
  /** Answers that were no pause: how many, the sum of their ms, and that of the squares. */
  timed: number;
  timedMs: number;
  timedSquares: number;
  /** A bit for each hour of the day in which something was answered. */
  hours: number;
}

const COUNTED = {
  pass: "passed",
  unreadable: "unreadable",
  report_content: "reported",
  lease_ended: "leasesEnded",
} as const;

/** What the workers seated here did and how fast, until a service writes it down: nothing is read or written for it. */
export class PaceNotes {
  #entries = new Map<string, PaceEntry>();

  /** To be told before the seats follow: they know since when the task has been on the screen. */
  note(settled: readonly Settled[], seatOf: (workerId: number) => Seat | undefined, nowMs: number): void {
    for (const { event, workerId, taskId, kindNumber } of settled) {
      if (workerId === null) continue;
      const isAnswer = event === "answer" || event === "answer_finally";
      const counted = COUNTED[event as keyof typeof COUNTED];
      if (!isAnswer && counted === undefined) continue;
      const seat = seatOf(workerId);
      if (!seat || seat.onlyOwn) continue;
      const entry = this.#entryOf(workerId, kindNumber, Math.floor(nowMs / DAY_MS));
      if (entry === null) continue;
      if (counted !== undefined) entry[counted]++;
      else if (seat.current?.taskId === taskId) countAnswer(entry, Math.round(seat.currentForMs()), nowMs);
    }
  }

  take(): PaceEntry[] {
    const entries = [...this.#entries.values()];
    this.#entries = new Map();
    return entries;
  }

  #entryOf(workerId: number, kindNumber: number, day: number): PaceEntry | null {
    const key = `${workerId}/${kindNumber}/${day}`;
    const known = this.#entries.get(key);
    if (known) return known;
    if (this.#entries.size >= ENTRIES_MAX) return null;
    const steps = new Array<number>(PACE_STEPS_MS.length + 1).fill(0);
    const acts = { passed: 0, unreadable: 0, reported: 0, leasesEnded: 0 };
    const entry = {
      workerId,
      kindNumber,
      day,
      steps,
      ...acts,
      timed: 0,
      timedMs: 0,
      timedSquares: 0,
      hours: 0,
    };
    this.#entries.set(key, entry);
    return entry;
  }
}

function countAnswer(entry: PaceEntry, ms: number, nowMs: number): void {
  count(entry.steps, ms);
  entry.hours |= 1 << Math.floor((nowMs % DAY_MS) / HOUR_MS);
  if (ms > TIMED_MS_MAX) return;
  entry.timed++;
  entry.timedMs += ms;
  entry.timedSquares += ms * ms;
}

function count(steps: number[], ms: number): void {
  const found = PACE_STEPS_MS.findIndex((boundMs) => ms <= boundMs);
  const step = found < 0 ? PACE_STEPS_MS.length : found;
  steps[step] = (steps[step] ?? 0) + 1;
}

/** The time within which half of the answers came, between its step's bounds; null without any. */
export function medianOfSteps(steps: readonly number[]): number | null {
  const total = steps.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let before = 0;
  for (const [i, count] of steps.entries()) {
    if (before + count < total / 2) {
      before += count;
      continue;
    }
    const from = PACE_STEPS_MS[i - 1] ?? 0;
    const to = PACE_STEPS_MS[i] ?? 2 * from;
    return Math.round(from + ((total / 2 - before) / count) * (to - from));
  }
  return null;
}
