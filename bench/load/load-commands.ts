import { setTimeout as sleep } from "node:timers/promises";
import { Customer } from "./customer";
import { Faults } from "./faults";
import { Feeder } from "./feeder";
import { LifeLoop } from "./life-loop";
import { PacedLives } from "./paced-lives";
import { repeatRequests } from "./repeat-requests";
import { type SubmissionForm, Submissions } from "./submissions";
import { WorkerScreen } from "./worker-screen";

const FILL_CONNECTIONS = 50;
/** Workers who come at the same moment; a whole shift at once would measure the log-in and not the work. */
const ARRIVALS = 10;

/** A worker's place: which server process they are connected to, and their session. */
export interface Seat {
  url: string;
  cookie: string;
}

/**
 * What a benchmark can ask of the process that makes the load. Every command rejects when anything went wrong since
 * the last one; its arguments and results are plain data, for they cross the border of a process.
 */
export class LoadCommands {
  readonly #submissions = new Submissions();
  readonly #faults = new Faults();
  #screens: WorkerScreen[] = [];
  #loop: LifeLoop | null = null;
  #paced: PacedLives | null = null;
  #feeder: Feeder | null = null;
  #answered = 0;
  /** Tasks that were submitted and are to be polled. */
  #tasks: { key: string; taskId: number }[] = [];

  /** Connects workers, who answer whatever they get until they are closed. */
  async openWorkers({ seats, thinkMs = 0 }: { seats: readonly Seat[]; thinkMs?: number }): Promise<void> {
    this.#screens = seats.map(
      ({ url, cookie }) =>
        new WorkerScreen({
          url,
          cookie,
          thinkMs,
          onAssigned: (taskId) => this.#paced?.assigned(taskId),
          onAnswering: (taskId) => this.#paced?.answering(taskId),
          onAnswered: () => this.#answered++,
          onFault: (fault) => this.#faults.add(fault),
        }),
    );
    for (let at = 0; at < this.#screens.length; at += ARRIVALS) {
      const arriving = this.#screens.slice(at, at + ARRIVALS);
      await Promise.all(arriving.map((screen, i) => screen.open(`bench-${at + i}`)));
    }
  }

  async closeWorkers(): Promise<void> {
    for (const screen of this.#screens.splice(0)) screen.close();
    this.#faults.throwIfAny();
  }

  async startLives(input: {
    urls: readonly string[];
    keys: readonly string[];
    inFlight: number;
  }): Promise<void> {
    this.#loop = new LifeLoop({ ...input, submissions: this.#submissions, faults: this.#faults });
  }

  /** Lives per second from now on for this long. */
  async measureLives({ ms }: { ms: number }): Promise<{ perS: number }> {
    const before = this.#loop?.lives ?? 0;
    const startMs = performance.now();
    await sleep(ms);
    const perS = (((this.#loop?.lives ?? 0) - before) / (performance.now() - startMs)) * 1_000;
    this.#faults.throwIfAny();
    return { perS };
  }

  async countLives(): Promise<{ lives: number }> {
    this.#faults.throwIfAny();
    return { lives: this.#loop?.lives ?? 0 };
  }

  async stopLives(): Promise<{ lives: number }> {
    await this.#loop?.stop();
    const lives = this.#loop?.lives ?? 0;
    this.#loop = null;
    this.#faults.throwIfAny();
    return { lives };
  }

  /** Lives at an even pace; times in ms. */
  async pacedLives({
    warmUpMs,
    ms,
    ...input
  }: {
    urls: readonly string[];
    keys: readonly string[];
    perS: number;
    warmUpMs: number;
    ms: number;
  }): Promise<{ begun: number; dispatch: Times; result: Times }> {
    const paced = new PacedLives({ ...input, submissions: this.#submissions, faults: this.#faults });
    this.#paced = paced;
    const { begun } = await paced.run({ warmUpMs, ms });
    this.#paced = null;
    this.#faults.throwIfAny();
    const { dispatch, result } = paced;
    return {
      begun,
      dispatch: { p50Ms: dispatch.percentile(0.5), p99Ms: dispatch.percentile(0.99), count: dispatch.count },
      result: { p50Ms: result.percentile(0.5), p99Ms: result.percentile(0.99), count: result.count },
    };
  }

  /** Submits at an even pace until it is stopped. */
  async startFeeding(input: { url: string; keys: readonly string[]; perS: number }): Promise<void> {
    this.#feeder = new Feeder({ ...input, submissions: this.#submissions, faults: this.#faults });
  }

  async stopFeeding(): Promise<void> {
    this.#feeder?.stop();
    this.#feeder = null;
    this.#faults.throwIfAny();
  }

  /** Submits so many tasks and remembers them for polls, in the place of those before. */
  async fill({ url, keys, count }: { url: string; keys: readonly string[]; count: number }): Promise<void> {
    this.#tasks = [];
    let left = count;
    const customers = this.#customers(url, FILL_CONNECTIONS);
    const fillers = customers.map(async (customer) => {
      while (left-- > 0) {
        const key = keys[left % keys.length] ?? "";
        this.#tasks.push({ key, taskId: await customer.submit(key) });
      }
    });
    await Promise.all(fillers);
    for (const customer of customers) customer.close();
    this.#faults.throwIfAny();
  }

  /** Not-ready polls of the tasks that `fill` has left, each caller from one to the next. */
  async poll({
    url,
    connections,
    ...time
  }: {
    url: string;
    connections: number;
    warmUpMs: number;
    ms: number;
  }) {
    let n = 0;
    return this.#repeat(url, connections, time, (customer) => {
      const task = this.#tasks[n++ % this.#tasks.length];
      if (!task) throw new Error("there is no task to poll");
      return customer.pollInVain(task.key, task.taskId);
    });
  }

  async submit({
    url,
    keys,
    connections,
    form,
    ...time
  }: {
    url: string;
    keys: readonly string[];
    connections: number;
    form?: SubmissionForm;
    warmUpMs: number;
    ms: number;
  }) {
    let n = 0;
    return this.#repeat(url, connections, time, async (customer) => {
      await customer.submit(keys[n++ % keys.length] ?? "", form);
    });
  }

  /** Connects workers to a queue that `fill` has filled: tasks per second while they empty it. */
  async drain({ seats, count }: { seats: readonly Seat[]; count: number }): Promise<{ perS: number }> {
    // The first and the last tenth are start and end, when not everybody has something to do.
    const from = Math.floor(count * 0.1);
    const to = Math.floor(count * 0.9);
    this.#answered = 0;
    await this.openWorkers({ seats });
    const startMs = await this.#whenAnswered(from);
    const first = this.#answered;
    const endMs = await this.#whenAnswered(to);
    const perS = ((this.#answered - first) / (endMs - startMs)) * 1_000;
    await this.#whenAnswered(count);
    await this.closeWorkers();
    return { perS };
  }

  async #whenAnswered(count: number): Promise<number> {
    while (this.#answered < count) {
      this.#faults.throwIfAny();
      await sleep(2);
    }
    return performance.now();
  }

  async #repeat(
    url: string,
    connections: number,
    time: { warmUpMs: number; ms: number },
    ask: (customer: Customer) => Promise<void>,
  ): Promise<{ perS: number }> {
    const callers = this.#customers(url, connections);
    const measured = await repeatRequests({ callers, ask, ...time, faults: this.#faults });
    for (const customer of callers) customer.close();
    return measured;
  }

  #customers(url: string, count: number): Customer[] {
    return Array.from({ length: count }, () => new Customer(url, this.#submissions));
  }
}

interface Times {
  p50Ms: number;
  p99Ms: number;
  count: number;
}

export type CommandName = Exclude<keyof LoadCommands, symbol>;
