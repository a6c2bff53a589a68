import { Customer } from "./customer";
import type { Faults } from "./faults";
import type { Submissions } from "./submissions";

export interface LifeLoopOptions {
  urls: readonly string[];
  /** The keys that submissions are spread over. */
  keys: readonly string[];
  /** Customers' programs that each send, wait for the answer and send again. */
  inFlight: number;
  submissions: Submissions;
  faults: Faults;
}

/** Whole lives, as many as the server makes: each program starts the next as soon as it has read its answer. */
export class LifeLoop {
  #lives = 0;
  #stopped = false;
  readonly #running: Promise<unknown>;

  constructor(private readonly options: LifeLoopOptions) {
    const { urls, inFlight, submissions } = options;
    const programs = Array.from({ length: inFlight }, (_, i) => {
      const customer = new Customer(urls[i % urls.length] ?? "", submissions);
      return this.#live(customer, i);
    });
    this.#running = Promise.all(programs);
  }

  get lives(): number {
    return this.#lives;
  }

  /** Lets what is in flight come to its end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #live(customer: Customer, first: number): Promise<void> {
    const { keys, inFlight, faults } = this.options;
    for (let n = first; !this.#stopped && faults.none; n += inFlight) {
      const key = keys[n % keys.length] ?? "";
      try {
        await customer.waitForAnswer(key, await customer.submit(key));
        this.#lives++;
      } catch (error) {
        faults.add(String(error));
      }
    }
    customer.close();
  }
}
