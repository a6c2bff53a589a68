import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { BATCH_MAX } from "../maintenance/service";

const HOUR_MS = 3_600_000;
const IDS_PER_HOUR = firstIdAt(HOUR_MS) - firstIdAt(0);
const ACCOUNTS_MAX = 10;
/** Of each account: rows are up to 48 kB large, and a statement has a time. */
const ROWS_MAX = 50;

/**
 * Deletes the calls that accounts with a time of their own no longer want kept: one bounded batch. Those of all others go
 * with their day's partition. Ids are time-ordered, so each look at an account begins where the last one ended.
 */
export async function sweepRequests(ctx: Pick<DomainContext, "pool" | "clock">): Promise<number> {
  const { rows } = await ctx.pool.query<{ accounts: number; deleted: number; more: boolean }>({
    ...SWEEP_STATEMENT,
    values: [firstIdAt(ctx.clock.nowMs())],
  });
  const { accounts = 0, deleted = 0, more = false } = rows[0] ?? {};
  return more || accounts === ACCOUNTS_MAX ? BATCH_MAX : deleted;
}

/**
 * $1 the id that this moment has. An account is due when an hour has gone over its time, or when it has shortened it.
 * Locks the settings of the due ones, and leaves those that another process has to it. By the log's primary key, in
 * the partitions between what was gone through and the end of the account's time.
 */
export const SWEEP_STATEMENT = {
  name: "sweep_requests",
  text: `
with due as materialized (
  select account_id, swept_to, $1::bigint - days * 24 * ${IDS_PER_HOUR}::bigint as kept_from from request_retention
  where swept_to < $1::bigint - (days * 24 + 1) * ${IDS_PER_HOUR}::bigint
  order by account_id limit ${ACCOUNTS_MAX} for update skip locked
),
batch as materialized (
  select d.account_id, l.id from due d cross join lateral (
    select id from request_log where account_id = d.account_id and id > d.swept_to and id < d.kept_from
    order by id limit ${ROWS_MAX}
  ) l
),
gone as (
  delete from request_log l using batch b where l.account_id = b.account_id and l.id = b.id
),
gone_through as materialized (
  select d.account_id, d.kept_from, count(b.id) as rows, max(b.id) as last
  from due d left join batch b on b.account_id = d.account_id group by d.account_id, d.kept_from
),
moved as (
  update request_retention r set swept_to = case when g.rows < ${ROWS_MAX} then g.kept_from - 1 else g.last end
  from gone_through g where r.account_id = g.account_id
)
select count(*)::int as accounts, coalesce(sum(rows), 0)::int as deleted, coalesce(bool_or(rows = ${ROWS_MAX}), false) as more
from gone_through`,
} as const;
