import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const STOP_MS_MAX = 20_000;

/** Every process that the benchmarks have started; none outlives them. */
export class Children {
  readonly #running = new Set<ChildProcess>();

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

  /** Runs a plain Node program; what it says goes to the screen only as far as it is an error. */
  startNode(args: readonly string[], environment: Record<string, string>): ChildProcess {
    return this.#add(
      spawn(process.execPath, [...args], {
        env: { ...process.env, ...environment },
        stdio: ["ignore", "ignore", "inherit"],
      }),
    );
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
