import type { Figures } from "./figures";
import type { SubmissionForm } from "./load/submissions";
import type { BenchEnvironment } from "./setting/bench-environment";
import { inTurn } from "./setting/in-turn";

const ROUNDS = 3;
const TIME = { connections: 50, warmUpMs: 1_000, ms: 4_000 };

/** Submissions of 5 kB that are checked, paid for and stored, against a server that only parses the same body. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const server = await env.server(await env.database("submit"));
  const bare = await env.bareServer();
  const load = await env.load();
  const ratio = async (form: SubmissionForm): Promise<number> => {
    const perS = async (url: string) =>
      (await load.ask("submit", { url, keys: env.keys, form, ...TIME })).perS;
    const rates = await inTurn(ROUNDS, { ours: () => perS(server.url), bare: () => perS(bare.url) });
    return rates.ours / rates.bare;
  };
  return {
    "submit.multipart_ratio_bare": await ratio("multipart"),
    "submit.json_ratio_bare": await ratio("json"),
  };
}
