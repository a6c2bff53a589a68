import type { Pool } from "@sightline/db/database";
import { BALANCES_FROM_TRANSFERS } from "./ledger-sql";
import { FIRST_PERSON_ACCOUNT_ID } from "./postings";

export interface Reconciliation {
  /** Accounts whose running balances differ from what their transfers say. */
  wrongAccounts: { accountId: number; differenceMicros: number }[];
  /** Σ of all balances of persons and of the platform: zero, or money has come from nowhere. */
  sumMicros: number;
  /** What all accounts hold less what all open tasks cost: zero. */
  holdDifferenceMicros: number;
}

/**
 * Proves the ledger from its rows, in one snapshot. Reads every transfer: for tests, the nightly run and staff, not
 * for a hot path.
 */
export async function reconcile(pool: Pool): Promise<Reconciliation> {
  const { rows } = await pool.query<{
    wrong: { accountId: number; differenceMicros: number }[] | null;
    sum: number;
    holds: number;
  }>(`
    with expected as materialized (${BALANCES_FROM_TRANSFERS}),
    compared as (
      select coalesce(a.id, e.account_id) as account_id,
        abs(coalesce(a.available_micros, 0) - coalesce(e.available, 0))
        + abs(coalesce(a.held_micros, 0) - coalesce(e.held, 0))
        + abs(coalesce(a.pending_micros, 0) - coalesce(e.pending, 0)) as difference
      from (select * from account where id >= ${FIRST_PERSON_ACCOUNT_ID}) a
        full join (select * from expected where account_id >= ${FIRST_PERSON_ACCOUNT_ID}) e on e.account_id = a.id
    )
    select
      (select json_agg(json_build_object('accountId', account_id, 'differenceMicros', difference))
        from compared where difference <> 0) as wrong,
      coalesce((select sum(available + held + pending + platform) from expected), 0)::bigint as sum,
      (coalesce((select sum(held_micros) from account), 0)
        - coalesce((select sum(price_micros) from open_task), 0))::bigint as holds`);
  const row = rows[0];
  return {
    wrongAccounts: row?.wrong ?? [],
    sumMicros: row?.sum ?? 0,
    holdDifferenceMicros: row?.holds ?? 0,
  };
}

/** The part that is cheap enough to watch all the time: holds against open tasks, in one snapshot. */
export async function holdDifference(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ holds: number }>(`
    select (coalesce((select sum(held_micros) from account), 0)
      - coalesce((select sum(price_micros) from open_task), 0))::bigint as holds`);
  return rows[0]?.holds ?? 0;
}
