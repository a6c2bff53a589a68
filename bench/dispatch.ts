import { setTimeout as sleep } from "node:timers/promises";
import type { Figures } from "./figures";
import type { BenchEnvironment } from "./setting/bench-environment";
import type { LoadProcess } from "./setting/load-process";
import type { SightlineServer } from "./setting/sightline-server";

const IN_FLIGHT = 300;
const CALIBRATE_WARM_UP_MS = 3_000;
const CALIBRATE_MS = 5_000;
const PACED = { warmUpMs: 3_000, ms: 15_000 };
/** So that a customer's long poll is usually open when the answer comes. */
const THINK_MS = 5;

/** How long a task takes to a worker and an answer to its customer, at half of the highest load. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const oneUrl = await env.database("dispatch_one");
  const one = await measure(env, [await env.server(oneUrl)], 50);
  await env.stopProcesses();
  const twoUrl = await env.database("dispatch_two");
  const two = await measure(env, [await env.server(twoUrl), await env.server(twoUrl)], 500);
  return {
    "dispatch.p50_ms": one.dispatch.p50Ms,
    "dispatch.p99_ms": one.dispatch.p99Ms,
    "result.p50_ms": one.result.p50Ms,
    "result.p99_ms": one.result.p99Ms,
    "dispatch.p99_ms_500_workers": two.dispatch.p99Ms,
  };
}

/** Workers and customers are spread evenly over the servers. */
async function measure(env: BenchEnvironment, servers: readonly SightlineServer[], workers: number) {
  const load = await env.load();
  const urls = servers.map(({ url }) => url);
  const seats = env.seats(workers, servers);
  const perS = (await highestLoad(load, urls, env.keys, seats)) / 2;
  await load.ask("openWorkers", { seats, thinkMs: THINK_MS });
  const times = await load.ask("pacedLives", { urls, keys: env.keys, perS, ...PACED });
  await load.ask("closeWorkers", undefined);
  return times;
}

async function highestLoad(
  load: LoadProcess,
  urls: string[],
  keys: string[],
  seats: { url: string; cookie: string }[],
): Promise<number> {
  await load.ask("openWorkers", { seats });
  await load.ask("startLives", { urls, keys, inFlight: IN_FLIGHT });
  await sleep(CALIBRATE_WARM_UP_MS);
  const { perS } = await load.ask("measureLives", { ms: CALIBRATE_MS });
  await load.ask("stopLives", undefined);
  await load.ask("closeWorkers", undefined);
  return perS;
}
