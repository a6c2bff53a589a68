import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../apps/server/dist/main.js", import.meta.url));
const READY_MS_MAX = 60_000;
const OUTPUT_KEPT = 20_000;
/** A journey's own look at the database may wait longer for its connection than the server would. */
export const CONNECT_MS = 20_000;

/** The built demo as anybody starts it, without a crowd: its own data folder, its own ports, its own PostgreSQL. */
export class DemoServer {
  #child: ChildProcess | null = null;
  #output = "";

  private constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private readonly challengePort: number,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
    const dataDir = mkdtempSync(join(tmpdir(), "sightline-journeys-"));
    // As root, PostgreSQL runs under another account, which must be able to walk here.
    chmodSync(dataDir, 0o755);
    const server = new DemoServer(dataDir, await freePort(), await freePort(), environment);
    // Playwright ends a worker without its teardown when it is interrupted itself.
    process.once("exit", () => server.#child?.kill("SIGTERM"));
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What the server has logged since its start: a line of JSON for each event. */
  get log(): string[] {
    return this.#output.split("\n").filter((line) => line.startsWith("{"));
  }

  get loggedErrors(): string[] {
    return this.log.filter((line) => /"level":[56]0/.test(line));
  }

  /** The embedded PostgreSQL keeps its password in the data folder, and its port where PostgreSQL writes it. */
  get databaseUrl(): string {
    const folder = join(this.dataDir, "postgres");
    const password = readFileSync(join(folder, "password"), "utf8");
    const port = readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[3];
    return `postgres://sightline:${password}@127.0.0.1:${port}/sightline`;
  }

  /** Where the vendors of challenges have their stand-ins. */
  get standInUrl(): string {
    const url = /stand-ins of their vendors: (\S+)/.exec(this.#output)?.[1];
    if (url === undefined) throw new Error(`the demo named no stand-ins:\n${this.#output}`);
    return url;
  }

  /** The command that the demo prints for sending a first picture, to be run from the root of the project. */
  get printedSendLine(): string {
    const line = this.#output.split("\n").find((each) => each.includes("curl -F"));
    if (line === undefined) throw new Error(`the demo printed no curl line:\n${this.#output}`);
    return line.trim();
  }

  /** Also after `kill`: on the same ports and data. Resolves when the server says that it is ready. */
  async startAgain(): Promise<void> {
    const child = spawn(process.execPath, [MAIN, "demo"], {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: {
        ...process.env,
        DATABASE_URL: "",
        DATA_DIR: this.dataDir,
        PORT: String(this.port),
        CHALLENGE_PORT: String(this.challengePort),
        ...this.environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    this.#output = "";
    const collect = (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString()).slice(-OUTPUT_KEPT);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    const deadline = Date.now() + READY_MS_MAX;
    while (!this.#output.includes("Sightline is ready")) {
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`the demo did not start:\n${this.#output}`);
      }
      await sleep(20);
    }
  }

  /** Signal 9: no goodbye to anybody, and its PostgreSQL stays behind. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
