import type pg from "pg";
import { PROMPT_CODES } from "./advance-checkpoint";
import { DIFFERENCES_MAX, type LedgerDifference } from "./ledger-checks";
import { sumsOf } from "./ledger-sql";
import { FIRST_PERSON_ACCOUNT_ID } from "./postings";
import { OTHER_CODES } from "./task-life-codes";

/** With more transfers than this since the checkpoint a proof would take too long for every minute. */
const TAIL_MAX = 500_000;

/**
 * Proves balances and sum from the checkpoint and what came since, in one snapshot. Needs the lock of the checkpoint's
 * cursor. Null when too much came since: the load is too high to prove it now.
 */
export async function proveBalances(
  client: pg.ClientBase,
  upToId: number,
): Promise<LedgerDifference[] | null> {
  const { rows: tail } = await client.query<{ count: number }>(
    `select count(*)::int as count from (select from transfer where cause_id > $1 limit ${TAIL_MAX + 1}) t`,
    [upToId],
  );
  if ((tail[0]?.count ?? 0) > TAIL_MAX) return null;
  const { rows } = await client.query<{ name: string; subject: string; difference: number }>(PROOF, [
    upToId,
    PROMPT_CODES,
  ]);
  return rows.map(({ name, subject, difference }) => ({
    check: name,
    subject,
    difference: Number(difference),
  }));
}

const SINCE = sumsOf(`
    select debit_id, credit_id, code, micros from transfer where cause_id > $1 and code = any($2::smallint[])
    union all
    select debit_id, credit_id, code, micros from transfer where ${OTHER_CODES} and code <> all($2::smallint[])`);

const PROOF = `
with since as materialized (${SINCE}),
expected as materialized (
  select account_id, sum(available) as available, sum(held) as held, sum(pending) as pending, sum(platform) as platform
  from (
    select * from since
    union all
    select account_id, available_micros, held_micros, pending_micros, platform_micros from ledger_checkpoint
  ) b group by account_id
),
wrong as (
  select coalesce(a.id, e.account_id) as id,
    abs(coalesce(a.available_micros, 0) - coalesce(e.available, 0))
    + abs(coalesce(a.held_micros, 0) - coalesce(e.held, 0))
    + abs(coalesce(a.pending_micros, 0) - coalesce(e.pending, 0)) as difference
  from (select * from account where id >= ${FIRST_PERSON_ACCOUNT_ID}) a
    full join (select * from expected where account_id >= ${FIRST_PERSON_ACCOUNT_ID}) e on e.account_id = a.id
),
total(micros) as (
  select coalesce((select sum(available_micros + held_micros + pending_micros) from account), 0)
    + coalesce((select sum(platform) from expected), 0)
)
select 'sum' as name, 'all accounts' as subject, micros as difference from total where micros <> 0
union all
(select 'balances', 'account ' || id, difference from wrong where difference <> 0 limit ${DIFFERENCES_MAX})`;
