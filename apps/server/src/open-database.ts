import { resolve } from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@sightline/db/embedded-postgres";
import { isRunning } from "@sightline/db/process-lock";
import type { Logger } from "pino";
import type { ServerConfig } from "./config";

const WATCH_MS = 500;

export interface OpenedDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The database of one's own that DATABASE_URL names, or the embedded one, kept running until `stop`. */
export async function openDatabase(config: ServerConfig, log: Logger): Promise<OpenedDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} };
  const dataDir = resolve(config.dataDir, "postgres");
  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ dataDir, log: (line) => log.info(line) });
  let postgres = await start();
  await postgres.ensureDatabase("sightline");
  const url = postgres.socketUrl("sightline");
  let stopped = false;
  const watch = async (): Promise<void> => {
    while (!stopped) {
      await new Promise((wake) => setTimeout(wake, WATCH_MS));
      if (stopped || isRunning(postgres.pid)) continue;
      log.warn("the embedded PostgreSQL has died; starting it again");
      try {
        postgres = await start();
      } catch (error) {
        log.error({ err: error }, "the embedded PostgreSQL does not start");
      }
    }
  };
  const watching = watch();
  return {
    url,
    async stop() {
      stopped = true;
      await watching;
      await postgres.stop();
    },
  };
}
