import { Customer } from "./customer";
import type { Faults } from "./faults";
import { Latencies } from "./latencies";
import type { Submissions } from "./submissions";

/** More programs than this in flight mean that the server does not keep up with the pace. */
const CUSTOMERS_MAX = 3_000;

export interface PacedLivesOptions {
  urls: readonly string[];
  keys: readonly string[];
  perS: number;
  submissions: Submissions;
  faults: Faults;
}

/**
 * Lives begun at an even pace, whatever the server does, with two times of each: from sending the picture to its
 * arrival on a worker's stream, and from sending the answer to its arrival at the customer's long poll. Workers and
 * customers are in this process, so one clock measures both ends.
 */
export class PacedLives {
  dispatch = new Latencies();
  result = new Latencies();
  readonly #sentAt = new Map<number, number>();
  readonly #assignedAt = new Map<number, number>();
  readonly #answeredAt = new Map<number, number>();
  readonly #idle: Customer[][];
  #started = 0;
  #inFlight = 0;

  constructor(private readonly options: PacedLivesOptions) {
    this.#idle = options.urls.map(() => []);
  }

  /** Runs for this long, then waits for what is under way. Times of the first `warmUpMs` are not counted. */
  async run({ warmUpMs, ms }: { warmUpMs: number; ms: number }): Promise<{ begun: number }> {
    const startMs = performance.now();
    let elapsedMs = 0;
    let warm = false;
    while (elapsedMs < warmUpMs + ms && this.options.faults.none) {
      const due = Math.floor((elapsedMs * this.options.perS) / 1_000);
      while (this.#started < due) this.#begin();
      await new Promise((resolve) => setTimeout(resolve, 1));
      elapsedMs = performance.now() - startMs;
      if (!warm && elapsedMs >= warmUpMs) {
        warm = true;
        this.dispatch = new Latencies();
        this.result = new Latencies();
      }
    }
    while (this.#inFlight > 0 && this.options.faults.none)
      await new Promise((resolve) => setTimeout(resolve, 10));
    for (const idle of this.#idle) for (const customer of idle) customer.close();
    return { begun: this.#started };
  }

  assigned(taskId: number): void {
    if (this.#assignedAt.has(taskId)) return;
    const nowMs = performance.now();
    const sentAtMs = this.#sentAt.get(taskId);
    // The stream is often quicker than the reply that tells the customer the id.
    if (sentAtMs === undefined) this.#assignedAt.set(taskId, nowMs);
    else this.dispatch.add(nowMs - sentAtMs);
  }

  answering(taskId: number): void {
    this.#answeredAt.set(taskId, performance.now());
  }

  #begin(): void {
    const { urls, keys, faults, submissions } = this.options;
    const n = this.#started++;
    const at = n % urls.length;
    const idle = this.#idle[at] ?? [];
    const customer = idle.pop() ?? new Customer(urls[at] ?? "", submissions);
    if (++this.#inFlight > CUSTOMERS_MAX)
      faults.add(`the server does not keep up with ${this.options.perS} lives/s`);
    this.#live(customer, keys[n % keys.length] ?? "")
      .then(
        () => idle.push(customer),
        (error: unknown) => faults.add(String(error)),
      )
      .finally(() => {
        this.#inFlight--;
      });
  }

  async #live(customer: Customer, key: string): Promise<void> {
    const sentAtMs = performance.now();
    const taskId = await customer.submit(key);
    const assignedAtMs = this.#assignedAt.get(taskId);
    if (assignedAtMs === undefined) this.#sentAt.set(taskId, sentAtMs);
    else this.dispatch.add(assignedAtMs - sentAtMs);
    await customer.waitForAnswer(key, taskId);
    const answeredAtMs = this.#answeredAt.get(taskId);
    if (answeredAtMs !== undefined) this.result.add(performance.now() - answeredAtMs);
    for (const map of [this.#sentAt, this.#assignedAt, this.#answeredAt]) map.delete(taskId);
  }
}
