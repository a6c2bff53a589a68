import { LIMITS, type LimitName } from "@sightline/contract/limits";
import type { DomainContext } from "../context";
import type { Ban, LimitSubject } from "./running-bans";

/** Processes' clocks and commits may be this far apart; a ban read twice is adopted once. */
const OVERLAP_MS = 10_000;
const MAX_READ = 10_000;

/**
 * Writes the bans that started in this process and adopts those that others started since `sinceMs` (0 at the start:
 * all that still run). Run it before the first request is served and then each second. When the database is away it
 * throws, and what was not written is tried again the next time.
 */
export async function exchangeLimits(
  ctx: Pick<DomainContext, "pool" | "clock" | "limits">,
  sinceMs = 0,
): Promise<{ written: number; adopted: number }> {
  const started = ctx.limits.bans.takeUnwritten();
  try {
    if (started.length > 0) await writeBans(ctx, started);
  } catch (error) {
    ctx.limits.bans.putBackUnwritten(started);
    throw error;
  }
  const nowMs = ctx.clock.nowMs();
  let adopted = 0;
  for (const ban of await readRunningBans(ctx, nowMs, sinceMs - OVERLAP_MS)) {
    if (!ctx.limits.bans.adopt(ban, nowMs)) continue;
    ctx.limits.forget(ban.limitName, ban.subject);
    adopted++;
  }
  await takeStaffsWord(ctx, sinceMs - OVERLAP_MS);
  return { written: started.length, adopted };
}

/** What staff have lifted since, and whom they have exempted. */
async function takeStaffsWord(
  ctx: Pick<DomainContext, "pool" | "clock" | "limits">,
  sinceMs: number,
): Promise<void> {
  const [lifted, exempt] = await Promise.all([
    ctx.pool.query<BanRow>({
      name: "read_lifted_bans",
      text: `select limit_name, subject, starts_at, ends_at from ban where lifted_at >= $1 limit ${MAX_READ}`,
      values: [new Date(sinceMs)],
    }),
    ctx.pool.query<{ subject: string }>({
      name: "read_ban_exemptions",
      text: `select subject from ban_exemption limit ${MAX_READ}`,
    }),
  ]);
  for (const ban of lifted.rows.flatMap(toBan)) {
    if (ctx.limits.bans.lift(ban)) ctx.limits.forget(ban.limitName, ban.subject);
  }
  ctx.limits.exempt = new Set(exempt.rows.map(({ subject }) => subject));
}

/** Two processes may start one ban at the same time: its history is one row, that of the first. */
async function writeBans(ctx: Pick<DomainContext, "pool">, bans: readonly Ban[]): Promise<void> {
  await ctx.pool.query({
    name: "write_bans",
    text: `insert into ban (limit_name, subject, starts_at, ends_at)
           select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[]) as b(n, s, starts, ends)
           where not exists (
             select from ban where limit_name = n and subject = s and starts_at <= starts and ends_at > starts
               and lifted_at is null)`,
    values: [
      bans.map((ban) => ban.limitName),
      bans.map((ban) => String(ban.subject)),
      bans.map((ban) => new Date(ban.startsAtMs)),
      bans.map((ban) => new Date(ban.endsAtMs)),
    ],
  });
}

async function readRunningBans(
  ctx: Pick<DomainContext, "pool">,
  nowMs: number,
  sinceMs: number,
): Promise<Ban[]> {
  const { rows } = await ctx.pool.query<BanRow>({
    name: "read_running_bans",
    text: `select limit_name, subject, starts_at, ends_at from ban
           where ends_at > $1 and starts_at >= $2 and lifted_at is null order by ends_at limit ${MAX_READ}`,
    values: [new Date(nowMs), new Date(sinceMs)],
  });
  return rows.flatMap(toBan);
}

interface BanRow {
  limit_name: string;
  subject: string;
  starts_at: Date;
  ends_at: Date;
}

function toBan(row: BanRow): Ban[] {
  // A newer version of the code may have written a limit that this one does not know.
  if (!(row.limit_name in LIMITS)) return [];
  const limitName = row.limit_name as LimitName;
  const subject: LimitSubject = LIMITS[limitName].per === "account" ? Number(row.subject) : row.subject;
  return [{ limitName, subject, startsAtMs: row.starts_at.getTime(), endsAtMs: row.ends_at.getTime() }];
}
