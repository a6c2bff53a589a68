import { Customer } from "./customer";
import type { Faults } from "./faults";
import type { Submissions } from "./submissions";

export interface FeederOptions {
  url: string;
  keys: readonly string[];
  perS: number;
  submissions: Submissions;
  faults: Faults;
}

/** Submits one picture after another at an even pace and never asks for their answers. */
export class Feeder {
  readonly #timer: NodeJS.Timeout;
  readonly #customer: Customer;
  #submitted = 0;

  constructor({ url, keys, perS, submissions, faults }: FeederOptions) {
    this.#customer = new Customer(url, submissions);
    this.#timer = setInterval(() => {
      const key = keys[this.#submitted++ % keys.length] ?? "";
      this.#customer.submit(key).catch((error: unknown) => faults.add(String(error)));
    }, 1_000 / perS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#customer.close();
  }
}
