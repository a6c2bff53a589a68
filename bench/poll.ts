import type { Figures } from "./figures";
import type { BenchEnvironment } from "./setting/bench-environment";
import { inTurn } from "./setting/in-turn";

const OPEN_TASKS = 200;
const CONNECTIONS = 50;
const ROUNDS = 3;
const TIME = { connections: CONNECTIONS, warmUpMs: 1_000, ms: 4_000 };

/** Polls for tasks that nobody answers, against a server that answers every request with the same words. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const server = await env.server(await env.database("poll"));
  const bare = await env.bareServer();
  const load = await env.load();
  // Rounds end well within a task's life of 90 s.
  await load.ask("fill", { url: server.url, keys: env.keys, count: OPEN_TASKS });
  const perS = async (url: string) => (await load.ask("poll", { url, ...TIME })).perS;
  const rates = await inTurn(ROUNDS, { ours: () => perS(server.url), bare: () => perS(bare.url) });
  return { "poll.per_s": rates.ours, "poll.ratio_bare": rates.ours / rates.bare };
}
