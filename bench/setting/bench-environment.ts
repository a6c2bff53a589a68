import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "@sightline/contract/clock";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@sightline/db/embedded-postgres";
import { migrateDatabase } from "@sightline/db/migrate";
import { createDomain } from "@sightline/domain/create-domain";
import pg from "pg";
import { pino } from "pino";
import type { Seat } from "../load/load-commands";
import { Children } from "./children";
import { LoadProcess } from "./load-process";
import { type People, seedPeople } from "./seed-people";
import { type SightlineServer, startSightlineServer } from "./sightline-server";

const MIGRATIONS = fileURLToPath(new URL("../../drizzle", import.meta.url));
const BARE_SERVER = new URL("./bare-server.ts", import.meta.url);
const TEMPLATE = "seeded";
const PUBLIC_URL = "http://127.0.0.1";
const CUSTOMERS = 200;

/**
 * What every benchmark stands on: a PostgreSQL of its own with durable commits, accounts signed up once and copied
 * into each benchmark's database, and the processes that are measured and that make the load.
 */
export class BenchEnvironment {
  readonly #children = new Children();
  readonly #authSecret = randomBytes(32).toString("hex");
  #people: People = { customers: [], workers: [] };

  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
  ) {}

  /** `workers`: how many can be connected. */
  static async open({ workers }: { workers: number }): Promise<BenchEnvironment> {
    const folder = mkdtempSync(join(tmpdir(), "sightline-bench-"));
    // PostgreSQL does not run as root; its own account must be able to walk in.
    chmodSync(folder, 0o755);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, "postgres") });
    const environment = new BenchEnvironment(folder, postgres);
    await environment.#seed(workers);
    return environment;
  }

  get keys(): string[] {
    return this.#people.customers.map(({ key }) => key);
  }

  get customerIds(): number[] {
    return this.#people.customers.map(({ accountId }) => accountId);
  }

  get workerIds(): number[] {
    return this.#people.workers.map(({ accountId }) => accountId);
  }

  /** So many workers, spread evenly over the servers. */
  seats(count: number, servers: readonly Pick<SightlineServer, "url">[]): Seat[] {
    if (count > this.#people.workers.length) throw new Error(`there are no ${count} workers`);
    return this.#people.workers
      .slice(0, count)
      .map(({ cookie }, i) => ({ cookie, url: servers[i % servers.length]?.url ?? "" }));
  }

  /** A migrated database with all accounts and without a task. */
  async database(name: string): Promise<string> {
    await this.#administer(`create database ${name} template ${TEMPLATE}`);
    return this.postgres.socketUrl(name);
  }

  async emptyDatabase(name: string): Promise<string> {
    await this.#administer(`create database ${name}`);
    return this.postgres.socketUrl(name);
  }

  async dropDatabase(name: string): Promise<void> {
    await this.#administer(`drop database if exists ${name} with (force)`);
  }

  server(
    databaseUrl: string,
    { requestLog = true, nodeArgs = [] }: { requestLog?: boolean; nodeArgs?: readonly string[] } = {},
  ): Promise<SightlineServer> {
    return startSightlineServer(this.#children, {
      databaseUrl,
      dataDir: this.folder,
      authSecret: this.#authSecret,
      publicUrl: PUBLIC_URL,
      requestLog,
      nodeArgs,
    });
  }

  /** A server that answers constants, after parsing what is multipart. */
  async bareServer(): Promise<{ url: string }> {
    const child = this.#children.startOwn(BARE_SERVER);
    const port = await new Promise<number>((resolve) => child.once("message", resolve));
    return { url: `http://127.0.0.1:${port}` };
  }

  load(): Promise<LoadProcess> {
    return LoadProcess.start(this.#children);
  }

  /** What the servers complained of last. */
  get lastWords(): string {
    return this.#children.lastWords;
  }

  /** Ends all processes that a benchmark has started; the database goes on. */
  stopProcesses(): Promise<void> {
    return this.#children.stopAll();
  }

  async close(): Promise<void> {
    await this.stopProcesses();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #seed(workers: number): Promise<void> {
    const databaseUrl = await this.postgres.ensureDatabase(TEMPLATE);
    await migrateDatabase(databaseUrl, MIGRATIONS);
    const domain = await createDomain({
      databaseUrl,
      clock: systemClock,
      log: pino({ level: "warn" }),
      secret: "no callbacks are signed while it is measured",
      outbound: { allowLoopback: false },
      mail: { mode: "off", from: "Sightline <no-reply@localhost>", publicUrl: "http://localhost:3000" },
    });
    try {
      const login = { secret: this.#authSecret, publicUrl: PUBLIC_URL };
      this.#people = await seedPeople(domain.ctx, login, { customers: CUSTOMERS, workers });
    } finally {
      await domain.stop();
    }
  }

  async #administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.postgres.url("postgres") });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
