import type pg from "pg";
import { firstIdAt, ID_EPOCH_MS } from "./task-id";

const DAY_MS = 86_400_000;
const PARTITION_LOCK = 7_201_145;

/** How far one partition of a table reaches. The daily ones may be dropped once retention is enforced; transfers never. */
export const PARTITIONED_TABLES = [
  { table: "task", spanMs: DAY_MS },
  { table: "task_input", spanMs: DAY_MS },
  { table: "task_answer", spanMs: DAY_MS },
  { table: "transfer", spanMs: 30 * DAY_MS },
  { table: "request_log", spanMs: DAY_MS },
] as const;

/**
 * Makes the partitions for every id between `fromMs` and `toMs` (ms since 1970). Ids are time-ordered, so a span
 * of time is a range of ids. Safe to run at the same time in several processes and to run again.
 */
export async function ensurePartitions(
  client: Pick<pg.ClientBase, "query">,
  fromMs: number,
  toMs: number,
): Promise<{ made: number }> {
  const { rows } = await client.query<{ name: string }>(
    "select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = any($1::regclass[])",
    [PARTITIONED_TABLES.map(({ table }) => table)],
  );
  const existing = new Set(rows.map(({ name }) => name));
  const wanted = PARTITIONED_TABLES.flatMap(({ table, spanMs }) =>
    spansBetween(fromMs, toMs, spanMs).map((startMs) => ({ table, startMs, spanMs })),
  ).filter(({ table, startMs }) => !existing.has(partitionName(table, startMs)));
  for (const { table, startMs, spanMs } of wanted) {
    const range = `from (${firstIdAt(startMs)}) to (${firstIdAt(startMs + spanMs)})`;
    // One message is one transaction, so the lock is held until the table is there for all to see.
    await client.query(
      `select pg_advisory_xact_lock(${PARTITION_LOCK});
       create table if not exists ${partitionName(table, startMs)} partition of ${table} for values ${range}`,
    );
  }
  return { made: wanted.length };
}

/** How long a partition waits for those who read its table, before it is left for the next time. */
const DROP_WAIT_MS = 1_000;

/** Drops the daily partitions of a table that hold nothing from `beforeMs` on. What is gone already is no fault. */
export async function dropPartitions(
  client: Pick<pg.ClientBase, "query">,
  table: "request_log",
  beforeMs: number,
): Promise<{ dropped: number }> {
  const { rows } = await client.query<{ name: string }>(
    "select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass",
    [table],
  );
  // Names carry the first day that the partition holds, so their order is the order of time.
  const oldest = partitionName(table, beforeMs);
  const names = rows.map(({ name }) => name).filter((name) => name < oldest);
  for (const name of names) {
    await client.query(`set local lock_timeout = ${DROP_WAIT_MS}; drop table if exists ${name}`);
  }
  return { dropped: names.length };
}

/** `task_d20261123`: the table and the first day (UTC) that the partition holds. */
export function partitionName(table: string, startMs: number): string {
  return `${table}_d${new Date(startMs).toISOString().slice(0, 10).replaceAll("-", "")}`;
}

function spansBetween(fromMs: number, toMs: number, spanMs: number): number[] {
  // Ids count from 2026-01-01; nothing lies before it.
  const first = Math.max(Math.floor((fromMs - ID_EPOCH_MS) / spanMs), 0);
  const last = Math.floor((toMs - ID_EPOCH_MS) / spanMs);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => ID_EPOCH_MS + (first + i) * spanMs);
}
