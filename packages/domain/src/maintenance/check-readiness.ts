import { PARTITIONED_TABLES, partitionName } from "@sightline/db/partitions";
import { ID_EPOCH_MS } from "@sightline/db/task-id";
import type { DomainContext } from "../context";

const DAY_MS = 86_400_000;
const QUERY_TIMEOUT_MS = 2_000;

/**
 * What keeps this process from serving, in words for the operator; empty when nothing does. Ready means: the
 * database answers, it has the migration this code was built with (`newestMigrationMs`, of drizzle's journal), and
 * the partitions of tomorrow exist.
 */
export async function checkReadiness(
  ctx: Pick<DomainContext, "pool" | "clock" | "hints">,
  { newestMigrationMs }: { newestMigrationMs: number },
): Promise<string[]> {
  const wanted = partitionsAt(ctx.clock.nowMs() + DAY_MS);
  try {
    const query = { ...READINESS_STATEMENT, values: [wanted], query_timeout: QUERY_TIMEOUT_MS };
    const { rows } = await ctx.pool.query<{ migrated_ms: number | null; missing: string[] }>(query);
    const row = rows[0];
    const problems = (row?.missing ?? wanted).map((name) => `the partition ${name} is missing`);
    if ((row?.migrated_ms ?? 0) < newestMigrationMs) problems.push("the database is not migrated");
    if (!ctx.hints.connected) problems.push("this process has no node number");
    return problems;
  } catch {
    return ["the database does not answer"];
  }
}

function partitionsAt(atMs: number): string[] {
  return PARTITIONED_TABLES.map(({ table, spanMs }) => {
    const startMs = ID_EPOCH_MS + Math.floor((atMs - ID_EPOCH_MS) / spanMs) * spanMs;
    return partitionName(table, startMs);
  });
}

const READINESS_STATEMENT = {
  name: "check_readiness",
  text: `
select (select max(created_at) from drizzle.__drizzle_migrations)::bigint as migrated_ms,
  array(select name from unnest($1::text[]) name where to_regclass(name) is null) as missing`,
} as const;
