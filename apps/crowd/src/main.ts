import { type CrowdOptions, readCrowdOptions, USAGE } from "./crowd-options";
import { DEMO_PASSWORD, demoWorkers } from "./demo-workers";
import { KnownTruths } from "./known-truths";
import { simulateWorker } from "./simulated-worker";

const STOP_MS_MAX = 3_000;

/** A crowd of simulated workers, who reach the server as browsers do. Runs until a signal ends it. */
async function main(options: CrowdOptions): Promise<void> {
  const { url, workers, errorRate, speed } = options;
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      stop.abort();
      setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
    });
  }
  const reader = { truths: KnownTruths.ofSamples(), errorRate, random: Math.random };
  const log = (line: string) => console.error(`crowd: ${line}`);
  await Promise.all(
    demoWorkers(workers).map((email) =>
      simulateWorker({ url, email, password: DEMO_PASSWORD, reader, speed, signal: stop.signal, log }),
    ),
  );
}

function optionsOrUsage(): CrowdOptions {
  try {
    return readCrowdOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(USAGE);
    process.exit(2);
  }
}

await main(optionsOrUsage());
process.exit(0);
