import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { CommandName, LoadCommands } from "../load/load-commands";
import type { Children } from "./children";

const MAIN = new URL("../load/main.ts", import.meta.url);

type Input<Name extends CommandName> = Parameters<LoadCommands[Name]>[0];
type Output<Name extends CommandName> = Awaited<ReturnType<LoadCommands[Name]>>;

interface Reply {
  id: number;
  output?: unknown;
  error?: string;
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

/** The process that makes the load, as the benchmarks speak to it. */
export class LoadProcess {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  private constructor(private readonly child: ChildProcess) {
    child.on("message", (reply: Reply) => this.#settle(reply));
    child.once("exit", () => {
      for (const { reject } of this.#waiting.values())
        reject(new Error("the process that makes the load has ended"));
    });
  }

  static async start(children: Children): Promise<LoadProcess> {
    const child = children.startOwn(MAIN);
    await once(child, "message");
    return new LoadProcess(child);
  }

  /** Rejects with the first thing that went wrong there. */
  ask<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const id = ++this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.child.send({ id, name, input });
    }) as Promise<Output<Name>>;
  }

  #settle({ id, output, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(output);
    else waiting?.reject(new Error(error));
  }
}
