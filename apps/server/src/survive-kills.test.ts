import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openPool, type Pool } from "@sightline/db/database";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@sightline/db/embedded-postgres";
import { isRunning } from "@sightline/db/process-lock";
import { POSTINGS } from "@sightline/domain/ledger/postings";
import { reconcile } from "@sightline/domain/ledger/reconcile";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noisePng } from "./testing/noise-png";
import { freePort, ServerProcess } from "./testing/server-process";
import { WireClient } from "./testing/wire-client";

/**
 * Kills the server and PostgreSQL, with signal 9 and under load, again and again. What must hold afterwards: every
 * task whose id a client received exists and ends, no answer is paid twice, the ledger agrees with itself and with
 * the tasks, every thread of a package has come back, and no start needed a hand.
 */
const KILLS = 20;
const LOAD_MS = 700;
/** Of the package, which takes some of the load; what finds no thread is paid for. */
const PACKAGE = {
  name: "Starter",
  span: "day",
  priceMicros: 3_500_000,
  renew: false,
  clientId: "kill-test-package-1",
};
const CUSTOMERS_IN_FLIGHT = 20;
const WORKERS = 4;
const KEY = "1abc234de56fab7c89012d34e56fa7b8";
/** Lifetime and lease with their graces, and some time for a slow machine. */
const ALL_ENDED_MS_MAX = 120_000;

const { capture_fee, capture_share, package_pay } = POSTINGS;

let folder: string;
let postgres: EmbeddedPostgres;
let server: ServerProcess;
let client: WireClient;
let pool: Pool;
let loading = true;
let working = true;
const received = new Set<number>();

const startPostgres = () => startEmbeddedPostgres({ dataDir: join(folder, "postgres") });

beforeAll(async () => {
  for (const app of ["server", "challenge", "stand-ins"]) {
    const cwd = fileURLToPath(new URL(`../../${app}`, import.meta.url));
    const { scripts } = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8")) as {
      scripts: { build: string };
    };
    spawnSync(scripts.build, { cwd, stdio: "inherit", shell: true });
  }
  folder = mkdtempSync(join(tmpdir(), "sightline-kill-"));
  chmodSync(folder, 0o755);
  postgres = await startPostgres();
  const url = await postgres.ensureDatabase("sightline");
  server = new ServerProcess("demo", {
    PORT: await freePort(),
    CHALLENGE_PORT: await freePort(),
    DATABASE_URL: url,
    DATA_DIR: folder,
  });
  client = new WireClient(server.url);
  await server.start();
  pool = openPool(url, { max: 2, applicationName: "kill-test" });
  // The staff's setting, as an admin would use it for a customer who sends this fast.
  await pool.query(
    `update account_profile set limit_overrides = '{"submissions": 1000000, "result_reads": 10000000}'`,
  );
  const customer = await client.logIn("customer@demo.test", "demo-password");
  await client.mutate(customer, "packages.buy", PACKAGE);
  await client.mutate(customer, "packages.setOptions", { overflow: true });
}, 60_000);

afterAll(async () => {
  loading = working = false;
  await pool?.end();
  await server?.end("SIGTERM");
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test("twenty kills under load lose no task, pay nothing twice and need no hand", async () => {
  const load = Array.from({ length: CUSTOMERS_IN_FLIGHT }, () => submitForEver());
  const work = Array.from({ length: WORKERS }, (_, i) =>
    workForEver(`worker${i === 0 ? "" : i + 1}@demo.test`),
  );
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(LOAD_MS + (kill % 5) * 100);
    const before = received.size;
    if (kill % 3 !== 1) await server.end("SIGKILL");
    if (kill % 3 !== 0) {
      await killPostgres();
      postgres = await startPostgres();
    }
    if (kill % 3 !== 1) await server.start();
    await until(() => received.size > before, 20_000, "no task was accepted after a kill");
  }
  loading = false;
  await Promise.all(load);
  expect(received.size).toBeGreaterThan(KILLS * 10);
  await everyTaskHasEnded();
  working = false;
  await Promise.all(work);
  expect(await reconcile(pool)).toEqual([]);
  expect(await taskSums()).toEqual({ unpaid: 0, twice: 0, strays: 0, threads: 0 });
  expect(await answeredInPackage()).toBeGreaterThan(KILLS);
}, 300_000);

async function killPostgres(): Promise<void> {
  process.kill(postgres.pid, "SIGKILL");
  await until(() => !isRunning(postgres.pid), 10_000, "PostgreSQL does not die");
}

async function submitForEver(): Promise<void> {
  const picture = noisePng(60);
  while (loading) {
    const taskId = await client.submit(KEY, picture);
    if (taskId === null) await pause(100);
    else {
      expect(received.has(taskId)).toBe(false);
      received.add(taskId);
      await pause(20);
    }
  }
}

async function workForEver(email: string): Promise<void> {
  const outbox: object[] = [];
  while (working) {
    try {
      const cookie = await client.logIn(email, "demo-password");
      const abort = new AbortController();
      const stop = setInterval(() => !working && abort.abort(), 100);
      try {
        for await (const event of client.events(cookie, email, abort.signal)) {
          for (const task of tasksOf(event)) {
            outbox.push({
              taskId: task.taskId,
              leaseNo: task.leaseNo,
              act: "answer",
              text: "seen",
              graceMs: 0,
            });
          }
          // As the browser's outbox: what could not be sent stays and is sent again with the same keys.
          const sending = outbox.slice(0, 20);
          if (sending.length === 0) continue;
          await client.act(cookie, sending);
          outbox.splice(0, sending.length);
        }
      } finally {
        clearInterval(stop);
      }
    } catch {
      await pause(200);
    }
  }
}

function tasksOf(event: Record<string, unknown>): { taskId: number; leaseNo: number }[] {
  if (event.type === "hello") return event.tasks as { taskId: number; leaseNo: number }[];
  return event.type === "assign" ? [event.task as { taskId: number; leaseNo: number }] : [];
}

async function everyTaskHasEnded(): Promise<void> {
  let open = [...received];
  await until(
    async () => {
      const words = await Promise.all(open.slice(0, 200).map((taskId) => client.result(KEY, taskId)));
      for (const word of words)
        expect(word ?? "CAPCHA_NOT_READY").toMatch(/^(OK\|seen|CAPCHA_NOT_READY|ERROR_CAPTCHA_UNSOLVABLE)$/);
      const ended = new Set(
        open.slice(0, 200).filter((_, i) => words[i] !== null && words[i] !== "CAPCHA_NOT_READY"),
      );
      open = open.filter((taskId) => !ended.has(taskId));
      return open.length === 0;
    },
    ALL_ENDED_MS_MAX,
    "some accepted tasks did not end",
  );
}

/** Answered tasks without their pay, tasks with more than one end in the ledger, open tasks and threads left over. */
async function taskSums(): Promise<Record<string, number> | undefined> {
  const { rows } = await pool.query<Record<string, number>>(`
    select
      (select count(*) from task t where t.state = 4 and not in_package and (select count(*) from transfer x
        where x.cause_id = t.id and x.code in (${capture_share.code}, ${capture_fee.code})) <> 2)::int
      + (select count(*) from task t where t.state = 4 and in_package and (select count(*) from transfer x
        where x.cause_id = t.id and x.code = ${package_pay.code}) <> 1)::int as unpaid,
      (select count(*) from task t where (select count(*) from transfer x where x.cause_id = t.id and x.line = 1)
        <> case when in_package and state <> 4 then 0 else 1 end)::int as twice,
      (select count(*) from open_task)::int as strays,
      (select sum(threads_running) from account)::int as threads`);
  return rows[0];
}

async function answeredInPackage(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int as count from task where in_package and state = 4",
  );
  return rows[0]?.count ?? 0;
}

async function until(check: () => boolean | Promise<boolean>, ms: number, otherwise: string): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`${otherwise}: ${server.output.slice(-2_000)}`);
    await pause(100);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
