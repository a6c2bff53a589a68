import type { Figures } from "./figures";
import { addOldTasks } from "./setting/add-old-tasks";
import type { BenchEnvironment } from "./setting/bench-environment";
import { inTurn } from "./setting/in-turn";
import type { LoadProcess } from "./setting/load-process";

const MANY = { count: 5_000_000, days: 30 };
const FEW = { count: 10_000, days: 1 };
const ROUNDS = 3;
const WORKERS = 50;
const DRAINED = 4_000;
/** So many that the server remembers none of them from one poll to the next, as with clients that poll every 5 s. */
const POLLED = 12_000;
const TIME = { connections: 50, warmUpMs: 1_000, ms: 3_000 };

/** What an operation costs among five million old tasks, against ten thousand: servers take turns in being asked. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const people = { customerIds: env.customerIds, workerIds: env.workerIds };
  const [few, many] = [await env.database("growth_few"), await env.database("growth_many")];
  await addOldTasks(few, { ...FEW, ...people });
  await addOldTasks(many, { ...MANY, ...people });
  const urls = { few: (await env.server(few)).url, many: (await env.server(many)).url };
  const loads = { few: await env.load(), many: await env.load() };

  const costRatio = async (perS: (load: LoadProcess, url: string) => Promise<number>) => {
    const rates = await inTurn(ROUNDS, {
      few: () => perS(loads.few, urls.few),
      many: () => perS(loads.many, urls.many),
    });
    return rates.few / rates.many;
  };
  const claim = await costRatio((load, url) => drain(env, load, url));
  const submit = await costRatio(async (load, url) => {
    return (await load.ask("submit", { url, keys: env.keys, ...TIME })).perS;
  });
  for (const name of ["few", "many"] as const) {
    await loads[name].ask("fill", { url: urls[name], keys: env.keys, count: POLLED });
  }
  const poll = await costRatio(async (load, url) => (await load.ask("poll", { url, ...TIME })).perS);
  return { "growth.submit_ratio": submit, "growth.claim_ratio": claim, "growth.poll_ratio": poll };
}

/** Claims and answers: how quickly fifty workers empty a queue that was filled before. */
async function drain(env: BenchEnvironment, load: LoadProcess, url: string): Promise<number> {
  await load.ask("fill", { url, keys: env.keys, count: DRAINED });
  const seats = env.seats(WORKERS, [{ url }]);
  return (await load.ask("drain", { seats, count: DRAINED })).perS;
}
