import type { ServerResponse } from "node:http";

/** The requests that wait for an answer (`wait=`), counted per account so that nobody holds all connections. */
export class LongPolls {
  readonly #openOfAccount = new Map<number, number>();
  readonly #controllers = new Set<AbortController>();

  /**
   * Runs a read that may wait and ends its waiting when the client hangs up. Null when the account has `max` of
   * them open already: it is then to be answered at once.
   */
  async run<T>(
    { accountId, max, response }: { accountId: number; max: number; response: ServerResponse },
    read: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | null> {
    const open = this.#openOfAccount.get(accountId) ?? 0;
    if (open >= max) return null;
    this.#openOfAccount.set(accountId, open + 1);
    const controller = new AbortController();
    const hungUp = (): void => controller.abort();
    this.#controllers.add(controller);
    response.once("close", hungUp);
    try {
      return await read(controller.signal);
    } finally {
      response.off("close", hungUp);
      this.#controllers.delete(controller);
      this.#release(accountId);
    }
  }

  /** Answers everybody who waits with what is known now: the server is about to stop. */
  endAll(): void {
    for (const controller of this.#controllers) controller.abort();
  }

  #release(accountId: number): void {
    const open = (this.#openOfAccount.get(accountId) ?? 1) - 1;
    if (open > 0) this.#openOfAccount.set(accountId, open);
    else this.#openOfAccount.delete(accountId);
  }
}
