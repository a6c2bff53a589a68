import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Children } from "./children";
import { freePort } from "./free-port";

const MAIN = fileURLToPath(new URL("../../apps/server/dist/main.js", import.meta.url));
const READY_MS_MAX = 30_000;

export interface SightlineServer {
  url: string;
  /** Resident memory now, in MB (1,000,000 bytes). */
  rssMb(): number;
  stop(): Promise<void>;
}

export interface ServerSettings {
  databaseUrl: string;
  dataDir: string;
  authSecret: string;
  publicUrl: string;
  /** False: calls are not logged. */
  requestLog?: boolean;
  /** Further arguments for Node itself, such as a profiler's. */
  nodeArgs?: readonly string[];
}

/** The built server in production's mode, as a process of its own. Resolves when it is ready; throws when it isn't. */
export async function startSightlineServer(
  children: Children,
  { databaseUrl, dataDir, authSecret, publicUrl, requestLog = true, nodeArgs = [] }: ServerSettings,
): Promise<SightlineServer> {
  if (!existsSync(MAIN)) throw new Error("the server is not built: run the benchmarks by npm run bench");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = children.startNode([...nodeArgs, MAIN, "start"], {
    PORT: String(port),
    CHALLENGE_PORT: String(await freePort()),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    AUTH_SECRET: authSecret,
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: "warn",
    ...(!requestLog && { REQUEST_LOG_DAYS: "0" }),
  });
  const deadlineMs = Date.now() + READY_MS_MAX;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadlineMs) throw new Error("the server did not get ready");
    await sleep(50);
  }
  return { url, rssMb: () => rssMb(child.pid ?? 0), stop: () => children.stop(child) };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

/** From Linux's own account of the process. */
function rssMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return (Number(kilobytes) * 1_024) / 1_000_000;
}
