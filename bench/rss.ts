import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Figures } from "./figures";
import type { BenchEnvironment } from "./setting/bench-environment";
import { checkLedger } from "./setting/check-ledger";

const LIVES = 100_000;
const LIVES_MS_MAX = 240_000;
const WORKERS = 50;
const IN_FLIGHT = 300;
/** Long enough for what a start or a load leaves behind to be collected. */
const SETTLE_MS = 3_000;

/** The server's memory before and after 100,000 lives, and what each of them leaves in the database. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const databaseUrl = await env.database("rss");
  const server = await env.server(databaseUrl);
  const load = await env.load();
  await sleep(SETTLE_MS);
  const idleMb = server.rssMb();
  const before = await measureDatabase(databaseUrl);

  await load.ask("openWorkers", { seats: env.seats(WORKERS, [server]) });
  await load.ask("startLives", { urls: [server.url], keys: env.keys, inFlight: IN_FLIGHT });
  const deadlineMs = Date.now() + LIVES_MS_MAX;
  while ((await load.ask("countLives", undefined)).lives < LIVES) {
    if (Date.now() > deadlineMs) throw new Error(`${LIVES} lives took longer than ${LIVES_MS_MAX / 1_000} s`);
    await sleep(200);
  }
  const { lives } = await load.ask("stopLives", undefined);
  await sleep(SETTLE_MS);
  const afterMb = server.rssMb();
  await load.ask("closeWorkers", undefined);
  await server.stop();

  await checkLedger(databaseUrl);
  const after = await measureDatabase(databaseUrl);
  const pictureBytes = after.pictureBytes - before.pictureBytes;
  return {
    "rss.idle_mb": idleMb,
    "rss.after_100k_mb": afterMb,
    "disk.bytes_per_task": (after.totalBytes - before.totalBytes - pictureBytes) / lives,
  };
}

/** Tables with their indexes and what is stored apart, free of dead rows; and how much of it is pictures. */
async function measureDatabase(url: string): Promise<{ totalBytes: number; pictureBytes: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("vacuum");
    const { rows } = await client.query<{ total: string; pictures: string }>(`
      select
        (select sum(pg_total_relation_size(c.oid)) from pg_class c
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r') as total,
        (select coalesce(sum(octet_length(bytes)), 0) from task_input) as pictures`);
    return { totalBytes: Number(rows[0]?.total), pictureBytes: Number(rows[0]?.pictures) };
  } finally {
    await client.end();
  }
}
