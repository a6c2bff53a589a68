import type { DomainContext } from "../context";

/**
 * Work that waits: a bounded batch at a time. `runOnce` does one batch and says how many rows it handled, so tests
 * call it directly; several processes may run it at once.
 */
export interface Service {
  name: string;
  everyMs: number;
  runOnce(ctx: DomainContext): Promise<number>;
}

/** Runs services until stopped: one after its pause, again at once while it still finds work. */
export class ServiceRunner {
  readonly #timers = new Map<Service, NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  /** Said once for each time of trouble: a database that is away would fill the log. */
  readonly #failing = new Set<Service>();
  #stopped = false;

  constructor(
    private readonly ctx: DomainContext,
    private readonly services: readonly Service[],
  ) {}

  start(): void {
    for (const service of this.services) this.#schedule(service, service.everyMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all(this.#running);
  }

  #schedule(service: Service, inMs: number): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      const run = this.#run(service).finally(() => this.#running.delete(run));
      this.#running.add(run);
    }, inMs);
    this.#timers.set(service, timer);
  }

  async #run(service: Service): Promise<void> {
    let handled = 0;
    try {
      handled = await service.runOnce(this.ctx);
      this.#failing.delete(service);
    } catch (error) {
      if (!this.#failing.has(service)) {
        this.ctx.log.warn(
          { err: error, service: service.name },
          "a service fails; it is tried again and again",
        );
      }
      this.#failing.add(service);
    }
    this.#schedule(service, handled >= BATCH_MAX ? 0 : service.everyMs);
  }
}

/** How many rows one run of a service handles at most. */
export const BATCH_MAX = 500;
