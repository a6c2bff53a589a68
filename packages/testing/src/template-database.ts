// Runs once for a whole test run (vitest's globalSetup): one PostgreSQL in a temporary folder, careless about power
// cuts, and in it one migrated database that every test file clones.
//
// A run may be killed at any moment. A watchdog hangs on a pipe of ours and clears up when the pipe closes, which
// it does however we end; what even that leaves (the whole container was stopped) goes at the next start.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "@sightline/db/embedded-postgres";
import { migrateDatabase } from "@sightline/db/migrate";
import { isRunning } from "@sightline/db/process-lock";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the maintenance database, from which test databases are made. */
    postgresUrl: string;
  }
}

export const TEMPLATE_DATABASE = "sightline_template";

const FOLDER_PREFIX = "sightline-test-";
const MIGRATIONS = fileURLToPath(new URL("../../../drizzle", import.meta.url));
const FLAGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

export default async function startTemplateDatabase({ provide }: TestProject): Promise<() => Promise<void>> {
  removeFoldersOfDeadRuns();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const flags = Object.entries(FLAGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, flags });
  const watchdog = clearUpWhenWeEnd(postgres.pid, folder);
  await migrateDatabase(await postgres.ensureDatabase(TEMPLATE_DATABASE), MIGRATIONS);
  await sealTemplate(postgres.url("postgres"));
  provide("postgresUrl", postgres.url("postgres"));
  return () => watchdog();
}

async function sealTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.query(`alter database ${TEMPLATE_DATABASE} is_template true allow_connections false`);
  await client.end();
}

/** Returns what closes the pipe on purpose and waits until everything is gone. */
function clearUpWhenWeEnd(pid: number, folder: string): () => Promise<void> {
  const cluster = realpathSync(join(folder, "cluster"));
  const script =
    'cat; kill -QUIT "$0"; while kill -0 "$0" 2>/dev/null; do sleep 0.02; done; rm -rf "$1" "$2"';
  const shell = spawn("sh", ["-c", script, String(pid), cluster, folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  const gone = new Promise<void>((resolve) => shell.once("exit", () => resolve()));
  shell.unref();
  return () => {
    shell.ref();
    shell.stdin.end();
    return gone;
  };
}

function removeFoldersOfDeadRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${FOLDER_PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
