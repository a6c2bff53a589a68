import { Logger, makeWorkerUtils, type RunnerOptions, run } from "graphile-worker";
import pg from "pg";
import { ADDERS, type PeerQueue } from "./peer";

const TASK = "recognise";
const SILENT = new Logger(() => () => {});
/** A local queue of 500, and completion in batches as soon as there is something to complete: its fastest setting. */
const PRESET = {
  worker: {
    concurrentJobs: 24,
    localQueue: { size: 500 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  },
} satisfies RunnerOptions["preset"];

export async function openGraphileWorker(databaseUrl: string): Promise<PeerQueue> {
  const pgPool = new pg.Pool({ connectionString: databaseUrl, max: ADDERS + 5 });
  // Without these it warns, and a broken connection would end the process.
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  const utils = await makeWorkerUtils({ pgPool, logger: SILENT });
  await utils.migrate();
  return {
    add: (payload) => utils.addJob(TASK, payload),
    addMany: (payloads) => utils.addJobs(payloads.map((payload) => ({ identifier: TASK, payload }))),
    work: (jobs) => work(pgPool, jobs),
    async close() {
      await utils.release();
      await pgPool.end();
    },
  };
}

async function work(pgPool: pg.Pool, jobs: number): Promise<void> {
  let done = 0;
  let finished: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const runner = await run({
    pgPool,
    logger: SILENT,
    noHandleSignals: true,
    preset: PRESET,
    taskList: {
      [TASK]: () => {
        if (++done === jobs) finished();
      },
    },
  });
  await all;
  await runner.stop();
}
