import { openPool } from "@sightline/db/database";
import { inject } from "vitest";

/**
 * Takes a test's database away or gives it back. Away, it refuses new connections and has cut the ones there were:
 * what clients of a stopped server meet.
 */
export async function setReachable({ url }: { url: string }, reachable: boolean): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const admin = openPool(inject("postgresUrl"), { max: 1, applicationName: "sightline-test" });
  await admin.query(`alter database ${name} allow_connections ${reachable}`);
  if (!reachable)
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  await admin.end();
}
