import { LIMITS } from "@sightline/contract/limits";
import type { DomainContext } from "../context";
import { type CountName, TALLY_KEPT_MS, type Tally } from "./tallies";

/** Transactions may commit this much after the time that they write. */
const OVERLAP_MS = 2_000;
const MAX_WRITTEN = 2_000;
const MAX_READ = 10_000;
/** Rows outlive what processes remember of them, so that no total comes twice. */
const ROWS_KEPT_MS = 2 * TALLY_KEPT_MS;

/**
 * Tells the other processes what was counted here and adds what they counted, so that a limit holds over all of
 * them. Run it every 250 ms while there are others. `since` is what the last run answered, 0 at the start: what
 * was counted before this process came is not added. Times are the database's own.
 */
export async function exchangeCounts(
  ctx: Pick<DomainContext, "pool" | "clock" | "limits">,
  since = 0,
): Promise<{ written: number; adopted: number; readUpTo: number }> {
  const { limits, clock } = ctx;
  const nowMs = clock.nowMs();
  const changed = limits.tallies.changed(MAX_WRITTEN, nowMs);
  if (changed.length > 0) {
    await writeTallies(ctx, changed);
    limits.tallies.written(changed);
  }
  const rows = await readTallies(ctx, since);
  let adopted = 0;
  let readUpTo = since;
  for (const { process, changed_ms, ...row } of rows) {
    readUpTo = Math.max(readUpTo, changed_ms);
    const tally = toTally(row, nowMs);
    if (tally === null) continue;
    const events = limits.tallies.see(process, tally, nowMs);
    if (events === 0 || since === 0) continue;
    limits.adopt(tally.name, tally.subject, events);
    adopted += events;
  }
  // An empty table is a start, too.
  return { written: changed.length, adopted, readUpTo: Math.max(readUpTo, 1) };
}

/** Deletes rows of subjects, and of processes, that are gone: one bounded batch. */
export async function sweepTallies(ctx: Pick<DomainContext, "pool">): Promise<void> {
  await ctx.pool.query({
    name: "sweep_limit_tallies",
    text: `delete from limit_tally where (process, name, subject) in (
             select process, name, subject from limit_tally
             where changed_at < now() - ${ROWS_KEPT_MS} * interval '1 millisecond'
             limit ${MAX_READ} for update skip locked)`,
  });
}

async function writeTallies(
  { pool, limits }: Pick<DomainContext, "pool" | "limits">,
  tallies: readonly Tally[],
): Promise<void> {
  await pool.query({
    name: "write_limit_tallies",
    text: `insert into limit_tally (process, name, subject, total, changed_at)
           select $1, n, s, t, clock_timestamp() from unnest($2::text[], $3::text[], $4::bigint[]) as u(n, s, t)
           on conflict (process, name, subject) do update
             set total = excluded.total, changed_at = excluded.changed_at`,
    values: [
      limits.tallies.process,
      tallies.map(({ name }) => name),
      tallies.map(({ subject }) => String(subject)),
      tallies.map(({ total }) => total),
    ],
  });
}

interface TallyRow {
  process: string;
  name: string;
  subject: string;
  total: number;
  changed_ms: number;
}

async function readTallies(
  { pool, limits }: Pick<DomainContext, "pool" | "limits">,
  since: number,
): Promise<TallyRow[]> {
  const { rows } = await pool.query<TallyRow>({
    name: "read_limit_tallies",
    text: `select process, name, subject, total, extract(epoch from changed_at)::float8 * 1000 as changed_ms
           from limit_tally where changed_at > $1 and process <> $2 order by changed_at limit ${MAX_READ}`,
    values: [new Date(Math.max(0, since - OVERLAP_MS)), limits.tallies.process],
  });
  return rows;
}

function toTally(
  { name, subject, total }: Pick<TallyRow, "name" | "subject" | "total">,
  changedAtMs: number,
): Tally | null {
  // A newer version of the code may count what this one does not know.
  if (name !== "accepted_tasks" && !Object.hasOwn(LIMITS, name)) return null;
  const ofAddress = name !== "accepted_tasks" && LIMITS[name as keyof typeof LIMITS].per === "address";
  return { name: name as CountName, subject: ofAddress ? subject : Number(subject), total, changedAtMs };
}
