import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const STOP_MS_MAX = 20_000;
const LAST_WORDS_MAX = 2_000;

/** Every process that the benchmarks have started; none outlives them. */
export class Children {
  readonly #running = new Set<ChildProcess>();
  #lastWords = "";

  constructor() {
    // The last resort, when the benchmarks themselves end unexpectedly.
    process.on("exit", () => {
      for (const child of this.#running) child.kill("SIGKILL");
    });
  }

  /** Runs a TypeScript file of ours in a Node of its own, with a channel for messages. */
  startOwn(file: URL, args: readonly string[] = []): ChildProcess {
    const loader = process.execArgv.length > 0 ? process.execArgv : ["--import", "tsx"];
    return this.#add(
      spawn(process.execPath, [...loader, fileURLToPath(file), ...args], {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
      }),
    );
  }

  /** The last that plain programs complained of, for the reader of a failure. */
  get lastWords(): string {
    return this.#lastWords;
  }

  /** Runs a plain Node program quietly; its complaints are kept, not shown. */
  startNode(args: readonly string[], environment: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, [...args], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS_MAX);
    });
    return this.#add(child);
  }

  /** Ends one, by force when it takes too long. */
  async stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX);
      child.once("exit", () => {
        clearTimeout(force);
        resolve();
      });
      child.kill("SIGTERM");
    });
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#running].map((child) => this.stop(child)));
  }

  #add(child: ChildProcess): ChildProcess {
    this.#running.add(child);
    child.once("exit", () => this.#running.delete(child));
    return child;
  }
}
