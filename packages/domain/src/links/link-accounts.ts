import type { DomainContext } from "../context";
import { LINK_DAYS, TRACE_SORTS } from "./trace-sorts";

const BATCH_MAX = 500;
/** Of the accounts that were seen with one thing (a university's address ...) this many are looked at. */
const SHARED_MAX = 500;
/** A shared address on the chain says the same however long ago it was used. */
const KEPT_YEARS = 50;

/**
 * Links workers with the customers they share a trace with: what is new since the last look, against what is there.
 * A worker never gets a task of a customer they are linked with. The demo's accounts all live on one machine and are
 * not linked with each other. Returns how many traces were looked at.
 */
export async function linkAccounts(ctx: Pick<DomainContext, "pool" | "clock">): Promise<number> {
  const { rows } = await ctx.pool.query<{ looked: number }>({
    name: "link_accounts",
    text: `
      with fresh as materialized (
        select account_id, sort, hash, seen_at from account_trace where linked_at is null
        order by seen_at, account_id limit ${BATCH_MAX} for update skip locked
      ),
      shared as (
        select case a.role when 'worker' then a.id else b.id end as worker_id,
          case a.role when 'worker' then b.id else a.id end as other_id,
          f.sort, case f.sort when ${TRACE_SORTS.payout} then $1::timestamptz + interval '${KEPT_YEARS} years'
            else least(f.seen_at, o.seen_at) + interval '${LINK_DAYS} days' end as until
        from fresh f
          cross join lateral (
            select account_id, seen_at from account_trace t
            where t.sort = f.sort and t.hash = f.hash and t.account_id <> f.account_id
              and (t.sort = ${TRACE_SORTS.payout} or t.seen_at > $1::timestamptz - interval '${LINK_DAYS} days')
            limit ${SHARED_MAX}
          ) o
          join account a on a.id = f.account_id
          join account b on b.id = o.account_id
          join account_profile ap on ap.account_id = a.id
          join account_profile bp on bp.account_id = b.id
        where ((a.role = 'worker' and b.role = 'customer') or (a.role = 'customer' and b.role = 'worker'))
          and not (ap.demo and bp.demo)
      ),
      linked as (
        insert into account_link as l (worker_id, other_id, sorts, until)
        select worker_id, other_id, array_agg(distinct sort), max(until) from shared group by worker_id, other_id
        on conflict (worker_id, other_id) do update set
          sorts = (select array_agg(distinct s) from unnest(l.sorts || excluded.sorts) s),
          until = greatest(l.until, excluded.until)
      ),
      looked as (
        update account_trace t set linked_at = $1::timestamptz from fresh f
        where t.account_id = f.account_id and t.sort = f.sort and t.hash = f.hash
      )
      select count(*)::int as looked from fresh`,
    values: [new Date(ctx.clock.nowMs())],
  });
  return rows[0]?.looked ?? 0;
}
