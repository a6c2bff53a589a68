import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { ensurePartitions } from "./partitions";

const DAY_MS = 86_400_000;
const MIGRATION_LOCK = 7_201_144;
export const PARTITION_DAYS_AHEAD = 7;

/**
 * Brings a database to this version of the code and makes the partitions of yesterday to a week ahead. Processes
 * that start together take turns. `migrationsFolder` is where `drizzle/` lies.
 */
export async function migrateDatabase(
  url: string,
  migrationsFolder: string,
  nowMs = Date.now(),
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "sightline-migrate" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder });
    await ensurePartitions(client, nowMs - DAY_MS, nowMs + PARTITION_DAYS_AHEAD * DAY_MS);
  } finally {
    await client.end();
  }
}
