import type { Figures } from "./figures";
import { printTable } from "./print-table";
import { writeResults } from "./results-file";
import { BenchEnvironment } from "./setting/bench-environment";

/** Usage: tsx bench/main.ts NAMES... — runs the benchmarks of these names, or all, in this order. */
const BENCHMARKS: Record<string, () => Promise<{ run(env: BenchEnvironment): Promise<Figures> }>> = {
  life: () => import("./life"),
  poll: () => import("./poll"),
  submit: () => import("./submit"),
  dispatch: () => import("./dispatch"),
  gap: () => import("./gap"),
  page: () => import("./page"),
  log: () => import("./log"),
  rss: () => import("./rss"),
  growth: () => import("./growth"),
  moderation: () => import("./moderation"),
  quality: () => import("./quality/laboratory"),
  quality_server: () => import("./quality/through-server"),
};
const ALL_MS_MAX = 15 * 60_000;
const USUAL_WORKERS = 50;
/** Where more must be signed up. */
const WORKERS: Record<string, number> = { dispatch: 500, quality_server: 200 };

async function main(names: readonly string[]): Promise<boolean> {
  const unknown = names.find((name) => !(name in BENCHMARKS));
  if (unknown) throw new Error(`there is no benchmark "${unknown}": ${Object.keys(BENCHMARKS).join(", ")}`);
  const wanted = names.length > 0 ? names : Object.keys(BENCHMARKS);

  console.error("starting a database and signing people up …");
  const env = await BenchEnvironment.open({
    workers: Math.max(...wanted.map((name) => WORKERS[name] ?? USUAL_WORKERS)),
  });
  endInTime(env);
  try {
    const figures: Figures = {};
    const failed = [];
    for (const name of wanted) {
      const measured = await measure(env, name);
      if (measured === null) failed.push(name);
      else Object.assign(figures, measured);
    }
    if (Object.keys(figures).length > 0) printTable(figures);
    if (failed.length > 0) console.error(`without figures: ${failed.join(", ")}`);
    return failed.length === 0;
  } finally {
    await env.close();
  }
}

/** The figures of one benchmark, written down at once; null when it failed, so that the others still run. */
async function measure(env: BenchEnvironment, name: string): Promise<Figures | null> {
  const startMs = performance.now();
  console.error(`${name} …`);
  try {
    const benchmark = await BENCHMARKS[name]?.();
    const figures = (await benchmark?.run(env)) ?? {};
    writeResults(figures);
    console.error(`${name}: ${((performance.now() - startMs) / 1_000).toFixed(0)} s`);
    return figures;
  } catch (error) {
    console.error(
      `${name} failed: ${error instanceof Error ? error.message : String(error)}\n${env.lastWords}`,
    );
    return null;
  } finally {
    await env.stopProcesses();
  }
}

/** Ends everything when it takes too long, and at Ctrl-C. */
function endInTime(env: BenchEnvironment): void {
  const end = (why: string) => {
    console.error(why);
    void env.close().finally(() => process.exit(1));
  };
  setTimeout(() => end("the benchmarks took longer than 15 minutes"), ALL_MS_MAX).unref();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => end("stopping …"));
}

main(process.argv.slice(2)).then(
  (complete) => process.exit(complete ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
