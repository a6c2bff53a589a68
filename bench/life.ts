import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Figures } from "./figures";
import { noisePng } from "./load/noise-png";
import { openGraphileWorker } from "./peers/open-graphile-worker";
import { openPgBoss } from "./peers/open-pg-boss";
import { type OpenPeer, type PeerQueue, rateInBatches, rateOneByOne } from "./peers/peer";
import type { BenchEnvironment } from "./setting/bench-environment";
import { checkLedger } from "./setting/check-ledger";
import { inTurn } from "./setting/in-turn";
import type { LoadProcess } from "./setting/load-process";

const WORKERS = 50;
const IN_FLIGHT = 300;
const ROUNDS = 3;
const SNAPSHOT_ROUNDS = 2;
const WARM_UP_MS = 2_000;
const MEASURE_MS = 6_000;
const SNAPSHOT_MS = 5_000;
const JOBS_ONE_BY_ONE = 3_000;
const JOBS_IN_BATCHES = 10_000;

/** Whole paid lives over HTTP, against the queues that move jobs without HTTP and without money. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const databaseUrl = await env.database("life");
  const server = await env.server(databaseUrl);
  const load = await env.load();
  await load.ask("openWorkers", { seats: env.seats(WORKERS, [server]) });

  const livesOf = (keys: string[]) => rateLives(load, { url: server.url, keys });
  const graphile = withPeer(openGraphileWorker, await env.emptyDatabase("peer_graphile"));
  const boss = withPeer(openPgBoss, await env.emptyDatabase("peer_boss"));
  const payload = { picture: noisePng().toString("base64") };
  const oneByOne = (queue: PeerQueue) => rateOneByOne(queue, JOBS_ONE_BY_ONE, payload);
  const inBatches = (queue: PeerQueue) => rateInBatches(queue, JOBS_IN_BATCHES, payload);
  const rates = await inTurn(ROUNDS, {
    all: () => livesOf(env.keys),
    graphile: () => graphile(oneByOne),
    boss: () => boss(oneByOne),
    hot: () => livesOf(env.keys.slice(0, 1)),
    graphileBatch: () => graphile(inBatches),
    bossBatch: () => boss(inBatches),
  });
  const snapshotRatio = await rateUnderSnapshot(load, databaseUrl, { url: server.url, keys: env.keys });
  await load.ask("closeWorkers", undefined);
  await server.stop();
  await checkLedger(databaseUrl);

  const bestPeer = Math.max(rates.graphile, rates.boss);
  return {
    "life.per_s": rates.all,
    "life.best_peer_per_s": bestPeer,
    "life.ratio_best_peer": rates.all / bestPeer,
    "life.ratio_batch_peer": rates.all / Math.max(rates.graphileBatch, rates.bossBatch),
    "life.hot_customer_ratio": rates.hot / rates.all,
    "life.snapshot_ratio": snapshotRatio,
  };
}

async function rateLives(load: LoadProcess, { url, keys }: { url: string; keys: string[] }): Promise<number> {
  await load.ask("startLives", { urls: [url], keys, inFlight: IN_FLIGHT });
  await sleep(WARM_UP_MS);
  const { perS } = await load.ask("measureLives", { ms: MEASURE_MS });
  await load.ask("stopLives", undefined);
  return perS;
}

/** A peer runs only while it is measured. */
function withPeer(open: OpenPeer, databaseUrl: string) {
  return async (measure: (queue: PeerQueue) => Promise<number>): Promise<number> => {
    const queue = await open(databaseUrl);
    const perS = await measure(queue);
    await queue.close();
    return perS;
  };
}

/**
 * What is left of the rate while another session holds a snapshot, as a backup or a long report does: dead rows of the
 * hot tables cannot be removed meanwhile.
 */
async function rateUnderSnapshot(
  load: LoadProcess,
  databaseUrl: string,
  { url, keys }: { url: string; keys: string[] },
): Promise<number> {
  await load.ask("startLives", { urls: [url], keys, inFlight: IN_FLIGHT });
  await sleep(WARM_UP_MS);
  const { free, held } = await inTurn(SNAPSHOT_ROUNDS, {
    free: async () => (await load.ask("measureLives", { ms: SNAPSHOT_MS })).perS,
    held: () =>
      withSnapshot(databaseUrl, async () => (await load.ask("measureLives", { ms: SNAPSHOT_MS })).perS),
  });
  await load.ask("stopLives", undefined);
  return held / free;
}

async function withSnapshot<Result>(databaseUrl: string, act: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read");
    await client.query("select count(*) from account");
    return await act();
  } finally {
    await client.end();
  }
}
