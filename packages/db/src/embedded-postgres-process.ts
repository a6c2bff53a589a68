import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Cluster, postgresEnvironment } from "./embedded-postgres-cluster";
import { isRunning } from "./process-lock.mjs";

const READY_MS_MAX = 120_000;
const LAUNCHES_MAX = 20;
const POLL_MS = 20;
const SOCKET_PATH_BYTES_MAX = 103;

interface Postmaster {
  pid: number;
  port: number;
}

/** The PostgreSQL that still serves this cluster, once it is ready; one that is stopping is waited out. */
export async function findPostmaster({ folder }: Cluster): Promise<Postmaster | undefined> {
  for (let waitedMs = 0; waitedMs < READY_MS_MAX; waitedMs += POLL_MS) {
    const found = readPidFile(folder);
    if (!found || !isPostmasterOf(folder, found.pid)) return undefined;
    if (found.ready) return found;
    await sleep(POLL_MS);
  }
  throw new Error(`PostgreSQL in ${folder} is neither ready nor gone after ${READY_MS_MAX / 1000} s`);
}

/**
 * Starts PostgreSQL apart from our process group: Ctrl-C in the terminal must not end it before the server has
 * finished with it, and it outlives a kill -9 of the server, to be found again by the next.
 * A launch may fail for a moment (another program was quicker with the port, the memory of one that was killed is not
 * free yet) and is tried again.
 */
export async function launchPostmaster(
  bin: string,
  cluster: Cluster,
  flags: string[],
  logFile: string,
): Promise<Postmaster> {
  const portBefore = readPidFile(cluster.folder)?.port ?? 0;
  endOrphans(cluster.folder);
  disownPidFile(cluster.folder);
  removeOldSockets(cluster.folder);
  const log = openSync(logFile, "w");
  try {
    for (let launch = 1; launch <= LAUNCHES_MAX; launch++) {
      // Connections that outlived PostgreSQL find it again when it comes back on the same port.
      const port = await freePort(portBefore);
      const child = spawnPostgres(bin, cluster, ["-p", String(port), ...flags], log);
      if (await becomesReady(child, cluster.folder)) return { pid: child.pid as number, port };
      await sleep(250);
    }
  } finally {
    closeSync(log);
  }
  const lastWords = readFileSync(logFile, "utf8").trim().split("\n").slice(-4).join("\n");
  throw new Error(`PostgreSQL does not start:\n${lastWords}`);
}

/**
 * The folder of the Unix socket, which costs less per byte than loopback: the cluster's own, which nobody else may enter.
 * Null where the system has no such sockets or the path would be longer than the shortest limit among systems.
 */
export function socketFolder({ folder }: Cluster): string | null {
  const longest = Buffer.byteLength(join(folder, ".s.PGSQL.65535"));
  return process.platform === "win32" || longest > SOCKET_PATH_BYTES_MAX ? null : folder;
}

/** Whether a process is the PostgreSQL of this very cluster and not another program that was given its pid. */
export function isPostmasterOf(folder: string, pid: number): boolean {
  if (!isRunning(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(folder);
  } catch {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(folder);
  }
}

function readPidFile(folder: string): (Postmaster & { ready: boolean }) | undefined {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/**
 * A connection's process ends with a postmaster that was killed only after its statement, and until then no other can
 * start. All of them have the cluster for working directory. Where there is no /proc they are waited for.
 */
function endOrphans(folder: string): void {
  if (!existsSync("/proc/self/cwd")) return;
  for (const pid of readdirSync("/proc").map(Number).filter(Boolean)) {
    try {
      const isPostgres = readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
      if (isPostgres && readlinkSync(`/proc/${pid}/cwd`) === folder) process.kill(pid, "SIGQUIT");
    } catch {
      // Another user's process, or one that has ended meanwhile.
    }
  }
}

/**
 * PostgreSQL overwrites the pid file of one that died, but not when the pid now belongs to another program. It never
 * minds its own parent's pid, so ours goes in; the rest of the file stays, for by it PostgreSQL checks
 * that nobody uses the old one's shared memory.
 */
function disownPidFile(folder: string): void {
  const file = join(folder, "postmaster.pid");
  if (!readPidFile(folder)) return;
  writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
}

/**
 * What a PostgreSQL that was killed has left behind. Its lock names a pid, which by now may be another program's, and
 * would keep the next from starting.
 */
function removeOldSockets(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(".s.PGSQL.")) rmSync(join(folder, name));
}

function spawnPostgres(bin: string, cluster: Cluster, flags: string[], log: number): ChildProcess {
  const { folder, account } = cluster;
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: socketFolder(cluster) ?? "",
    // Failed statements are the server's to report; here they would only fill the disk.
    log_min_messages: "log",
    log_checkpoints: "off",
  };
  const settingFlags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(bin, "postgres"), ["-D", folder, ...settingFlags, ...flags], {
    ...account,
    cwd: "/",
    env: postgresEnvironment(),
    stdio: ["ignore", log, log],
    detached: true,
  });
  child.unref();
  return child;
}

async function becomesReady(child: ChildProcess, folder: string): Promise<boolean> {
  let ended = false;
  child.once("error", () => (ended = true)).once("exit", () => (ended = true));
  for (let waitedMs = 0; !ended && waitedMs < READY_MS_MAX; waitedMs += POLL_MS) {
    const found = readPidFile(folder);
    if (found?.pid === child.pid && found?.ready) return true;
    await sleep(POLL_MS);
  }
  child.kill("SIGQUIT");
  return false;
}

/** A port free on loopback: the wanted one when it is, else any. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  try {
    probe.listen(wanted, "127.0.0.1");
    await once(probe, "listening");
    return (probe.address() as AddressInfo).port;
  } catch {
    return await freePort(0);
  } finally {
    probe.close();
  }
}
