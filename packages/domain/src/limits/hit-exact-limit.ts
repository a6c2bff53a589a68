import { type ExactLimitName, LIMITS } from "@sightline/contract/limits";
import type { DomainContext } from "../context";

export type ExactVerdict = { allowed: true; hitAtMs: number } | { allowed: false; retryAfterMs: number };

/**
 * Counts one event in the database, or refuses it because the window is full; a refused one does not count, so
 * nobody can keep a person out for longer than one window by trying again. Exact under any concurrency: the row's
 * lock is held for the one statement. To count failures only, hit before the attempt and `giveBackExactHit` when
 * it succeeds. `subject` is any name for whose events count together, such as an address; at most 320 characters.
 */
export async function hitExactLimit(
  ctx: Pick<DomainContext, "pool" | "clock">,
  name: ExactLimitName,
  subject: string,
): Promise<ExactVerdict> {
  const { max, windowMs } = LIMITS[name];
  const nowMs = ctx.clock.nowMs();
  const { rows } = await ctx.pool.query<{ last_allowed: boolean; oldest: Date }>({
    ...HIT_STATEMENT,
    values: [name, subject.slice(0, 320), new Date(nowMs), new Date(nowMs - windowMs), max],
  });
  const row = rows[0];
  if (!row) throw new Error("an upsert returned no row");
  if (row.last_allowed) return { allowed: true, hitAtMs: nowMs };
  return { allowed: false, retryAfterMs: Math.max(1, row.oldest.getTime() + windowMs - nowMs) };
}

/** $1 limit, $2 subject, $3 now, $4 the window's start, $5 how many fit. The array never holds more than $5. */
const HIT_STATEMENT = {
  name: "hit_exact_limit",
  text: `
insert into exact_limit as l (limit_name, subject, hit_at, last_allowed, last_at)
values ($1, $2, array[$3::timestamptz], true, $3)
on conflict (limit_name, subject) do update set
  (hit_at, last_allowed, last_at) = (
    select case when cardinality(recent) < $5 then recent || $3::timestamptz else recent end,
      cardinality(recent) < $5, $3::timestamptz
    from (select array(select h from unnest(l.hit_at) h where h > $4::timestamptz order by h) as recent) r
  )
returning last_allowed, hit_at[1] as oldest`,
} as const;
