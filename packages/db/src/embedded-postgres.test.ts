import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { isRunning } from "./process-lock.mjs";

const folders: string[] = [];
const running: EmbeddedPostgres[] = [];

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  for (const folder of folders.splice(0)) {
    rmSync(safeRealpath(join(folder, "data/cluster")), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

test("data is there again after a stop and a start", async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  await query(await first.ensureDatabase("kept"), "create table note as select 'still here' as text");
  await first.stop();
  const second = await start(dataDir);
  expect(await query(second.url("kept"), "select text from note")).toEqual([{ text: "still here" }]);
});

test("a PostgreSQL whose owner was killed is adopted by the next start", async () => {
  const dataDir = newDataDir();
  const owner = await startInProcess(dataDir);
  await kill(owner.process);
  const adopter = await start(dataDir);
  expect(adopter).toMatchObject({ adopted: true, pid: owner.pid });
});

test("its Unix socket leads to the same data, also after a PostgreSQL that was killed", async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  await query(await first.ensureDatabase("kept"), "create table note as select 'still here' as text");
  expect(first.socketUrl("kept")).toContain("?host=");
  expect(await query(first.socketUrl("kept"), "select text from note")).toEqual([{ text: "still here" }]);
  process.kill(first.pid, "SIGKILL");
  await vi.waitUntil(() => !isRunning(first.pid));
  await first.stop();
  const lock = join(dataDir, "cluster", `.s.PGSQL.${first.port}.lock`);
  // The pid of the one that was killed is another program's by now.
  writeFileSync(lock, readFileSync(lock, "utf8").replace(/^\d+/, "1"));
  const second = await start(dataDir);
  expect(await query(second.socketUrl("kept"), "select text from note")).toEqual([{ text: "still here" }]);
});

test("where the socket's path would be too long, the database is reached over loopback", async () => {
  const dataDir = join(newDataDir(), "a".repeat(90));
  const postgres = await start(dataDir);
  expect(postgres.socketUrl("postgres")).toBe(postgres.url("postgres"));
  expect(await query(postgres.socketUrl("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a second owner is refused in one line and the first one's PostgreSQL runs on", async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const second = spawnOwner(dataDir);
  const [complaint] = await once(second, "message");
  expect(complaint).toBe(
    `${realpathSync(dataDir)} is in use by process ${process.pid}: stop that one or choose another DATA_DIR`,
  );
  expect(await query(first.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
});

test("of two owners that start at the same moment one gets the folder", async () => {
  const dataDir = newDataDir();
  const owners = [spawnOwner(dataDir), spawnOwner(dataDir)];
  const messages = await Promise.all(
    owners.map(async (owner) => (await once(owner, "message"))[0] as unknown),
  );
  for (const owner of owners) await kill(owner);
  expect(messages.filter((message) => typeof message === "number")).toHaveLength(1);
  await start(dataDir);
});

test("after a kill -9 of PostgreSQL the same owner gets it back on the same port", async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  process.kill(first.pid, "SIGKILL");
  await vi.waitUntil(() => !isRunning(first.pid));
  const second = await start(dataDir);
  expect(second).toMatchObject({ adopted: false, port: first.port });
});

test("a pid file whose pid belongs to another program by now stops nobody", async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const pidFile = join(dataDir, "cluster/postmaster.pid");
  const leftBehind = readFileSync(pidFile, "utf8");
  await first.stop();
  const bystander = spawn("sleep", ["60"]);
  writeFileSync(pidFile, leftBehind.replace(/^\d+/, String(bystander.pid)));
  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  expect(bystander.exitCode).toBeNull();
  bystander.kill();
});

test("an initdb that was cut off is done again", async () => {
  const dataDir = newDataDir();
  mkdirSync(join(dataDir, "cluster.unfinished/cluster/base"), { recursive: true });
  await expect(start(dataDir)).resolves.toMatchObject({ adopted: false });
});

test("a data folder that PostgreSQL's account cannot walk to still works", async () => {
  const dataDir = newDataDir();
  chmodSync(join(dataDir, ".."), 0o700);
  const postgres = await start(dataDir);
  expect(await query(postgres.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
});

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), `sightline-test-${process.pid}-`));
  chmodSync(folder, 0o755);
  folders.push(folder);
  const dataDir = join(folder, "data");
  mkdirSync(dataDir);
  return dataDir;
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, flags: ["-c", "fsync=off"] });
  running.push(postgres);
  return postgres;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/** A process that starts PostgreSQL, sends its pid or the reason why not, and stays. */
function spawnOwner(dataDir: string): ChildProcess {
  const module = new URL("./embedded-postgres.ts", import.meta.url).href;
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    // An owner stays until it is killed: one that ended by itself would leave its database to the next.
    setInterval(() => {}, 1_000);
    startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} }).then(
      (postgres) => process.send(postgres.pid),
      (error) => process.send(error.message, () => process.exit(1)),
    );`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

async function startInProcess(dataDir: string): Promise<{ process: ChildProcess; pid: number }> {
  const owner = spawnOwner(dataDir);
  const [pid] = (await once(owner, "message")) as [number];
  return { process: owner, pid };
}

async function kill(owner: ChildProcess): Promise<void> {
  if (owner.exitCode !== null) return;
  owner.kill("SIGKILL");
  await once(owner, "exit");
}

function safeRealpath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
