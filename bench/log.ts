import type { Figures } from "./figures";
import type { BenchEnvironment } from "./setting/bench-environment";
import { inTurn } from "./setting/in-turn";

const ROUNDS = 8;
const TIME = { connections: 50, warmUpMs: 500, ms: 2_000 };

/** Submissions of 5 kB with the request log on, against the same with it off, each on a database of its own. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const on = await env.server(await env.database("log_on"));
  const off = await env.server(await env.database("log_off"), { requestLog: false });
  const load = await env.load();
  const perS = async (url: string) => (await load.ask("submit", { url, keys: env.keys, ...TIME })).perS;
  const rates = await inTurn(ROUNDS, { on: () => perS(on.url), off: () => perS(off.url) });
  const dropped = await readDropped(on.url);
  if (dropped > 0) throw new Error(`the log left out ${dropped} calls, so what it costs was not measured`);
  return { "log.cost_ratio": rates.on / rates.off };
}

async function readDropped(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^sightline_request_log_dropped_total (\d+)$/m.exec(metrics)?.[1] ?? Number.NaN);
}
