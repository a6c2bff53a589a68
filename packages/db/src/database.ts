import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

export type Database = NodePgDatabase;
export type Pool = pg.Pool;

// A bigint column holds ids and micro-dollars, both below 2^53 by construction, so a number carries them exactly.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const SESSION_SETTINGS = ["transaction_timeout=5000", "jit=off"];
const CONNECT_TIMEOUT_MS = 2_000;

/**
 * How long a statement may take. The server's limit comes first, so that a statement which is only slow ends with a
 * clear outcome; the client's is for a server that is frozen or cut off and will not say anything. A program that
 * sends a picture waits for hot statements.
 */
const TIMEOUTS_MS = {
  custom: { statement: 4_000, answer: 5_000 },
  fixed: { statement: 2_500, answer: 3_000 },
} as const;

/**
 * The hot tables are nearly empty one moment and full the next, so a plan made from their statistics is often
 * wrong. Hot statements are written for nested loops over indexes; these settings leave the planner no other way.
 */
const FIXED_PLANS = [
  "plan_cache_mode=force_generic_plan",
  "enable_seqscan=off",
  "enable_hashjoin=off",
  "enable_mergejoin=off",
  "enable_bitmapscan=off",
];

/**
 * Connections of one process. No transaction may outlive five seconds: a long snapshot would keep every dead row
 * of the hot tables alive. An idle connection that breaks is replaced, not a reason to end the process.
 */
export function openPool(
  url: string,
  {
    max,
    applicationName,
    plans = "custom",
    connectTimeoutMs = CONNECT_TIMEOUT_MS,
  }: { max: number; applicationName: string; plans?: "custom" | "fixed"; connectTimeoutMs?: number },
): Pool {
  const settings = [...SESSION_SETTINGS, ...(plans === "fixed" ? FIXED_PLANS : [])];
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: TIMEOUTS_MS[plans].statement,
    query_timeout: TIMEOUTS_MS[plans].answer,
    keepAlive: true,
    options: settings.map((setting) => `-c ${setting}`).join(" "),
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Also over one connection, within its transaction. */
export function openDatabase(pool: Pool | pg.PoolClient): Database {
  return drizzle(pool, { casing: "snake_case" });
}
