// A PostgreSQL of our own for the demo and the tests, from binaries that come with the dependencies.
//
// A data folder holds `lock/` (who runs it), `password`, `cluster` (PostgreSQL's own folder, or a link to it) and
// `postgres.log`. The order is: take the lock, make the cluster if there is none, adopt the PostgreSQL that a killed
// owner left running or else start one. The lock comes first: without it a second demo on one folder would adopt
// the first one's PostgreSQL and stop it at its end.
import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { postgresAccount } from "./embedded-postgres-account";
import { embeddedPostgresBinaries } from "./embedded-postgres-binaries";
import { type Cluster, prepareCluster, SUPERUSER } from "./embedded-postgres-cluster";
import { findPostmaster, isPostmasterOf, launchPostmaster, socketFolder } from "./embedded-postgres-process";
import { releaseProcessLock, tryProcessLock } from "./process-lock.mjs";

const LOCK_TRIES_MAX = 10;
const STOP_MS_MAX = 30_000;

export interface EmbeddedPostgres {
  pid: number;
  port: number;
  /** True when it was still running, left behind by an owner that was killed. */
  adopted: boolean;
  url(database: string): string;
  /** The same by its Unix socket, where there is one: the cheaper way for whoever sends pictures. */
  socketUrl(database: string): string;
  /** Creates the database if it is not there and returns its url. */
  ensureDatabase(name: string): Promise<string>;
  /** Ends every connection, stops PostgreSQL and gives the data folder free. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made when missing; one process at a time may hold it. */
  dataDir: string;
  /** Further arguments of the postgres program, such as ["-c", "fsync=off"]. */
  flags?: string[];
  log?: (line: string) => void;
}

/**
 * Starts the PostgreSQL of a data folder, or finds it still running. After PostgreSQL alone has died the same process
 * may call it again, and gets it back on the same port when that is still free. Throws, in one line, when another
 * process holds the folder, the platform has no binaries, or PostgreSQL does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const lock = join(dataDir, "lock");
  await claim(lock, dataDir);
  try {
    const account = postgresAccount();
    const bin = embeddedPostgresBinaries(account);
    const cluster = prepareCluster({ dataDir, bin, account, log: options.log ?? (() => {}) });
    const found = await findPostmaster(cluster);
    if (found) options.log?.("found the database still running");
    const { pid, port } =
      found ?? (await launchPostmaster(bin, cluster, options.flags ?? [], join(dataDir, "postgres.log")));
    const url = (database: string) =>
      `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;
    const sockets = socketFolder(cluster);
    // One that runs on from before may have been started without.
    const hasSocket = sockets !== null && existsSync(join(sockets, `.s.PGSQL.${port}`));
    return {
      pid,
      port,
      adopted: found !== undefined,
      url,
      socketUrl: (database) =>
        hasSocket ? `${url(database)}?host=${encodeURIComponent(sockets)}` : url(database),
      ensureDatabase: (name) => ensureDatabase(url, name),
      stop: () => stop(cluster, pid, lock),
    };
  } catch (error) {
    releaseProcessLock(lock);
    throw error;
  }
}

/** Two that come at the same moment both step back, so each tries again after a while of its own. */
async function claim(lock: string, dataDir: string): Promise<void> {
  let holder: number | undefined;
  for (let tries = 0; tries < LOCK_TRIES_MAX; tries++) {
    holder = tryProcessLock(lock);
    if (holder === undefined) return;
    await sleep(20 + Math.random() * 80);
  }
  throw new Error(`${dataDir} is in use by process ${holder}: stop that one or choose another DATA_DIR`);
}

async function ensureDatabase(url: (database: string) => string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url("postgres") });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return url(name);
}

/** SIGINT breaks off open transactions; SIGQUIT, for one that does not listen, leaves a recovery to the next start. */
async function stop({ folder }: Cluster, pid: number, lock: string): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (isPostmasterOf(folder, pid)) process.kill(pid, signal);
    for (let waitedMs = 0; waitedMs < STOP_MS_MAX && isPostmasterOf(folder, pid); waitedMs += 10)
      await sleep(10);
  }
  releaseProcessLock(lock);
}
