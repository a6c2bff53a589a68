import type { Clock } from "@sightline/contract/clock";

/** A clock that stands still until a test moves it. */
export class MovableClock implements Clock {
  #nowMs: number;

  constructor(startMs = Date.UTC(2026, 0, 5, 12)) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  advance(ms: number): void {
    this.#nowMs += ms;
  }
}
