import { FIRST_PERSON_ACCOUNT_ID, POSTINGS } from "./postings";

/** What a statement brings beside its moves; nothing of it is needed by those that only move money. */
interface LedgerOptions {
  /** `move` has a column `line_offset`: it is added to the posting's line, so that one cause can pay several alike. */
  numbered?: true;
  /**
   * There is a materialised CTE `thread_change(account_id, running, answers)`: threads of packages that the statement
   * takes (+1) or gives back (-1), and answers paid in them. They go into the same update of the account.
   */
  threads?: { now: string };
}

/**
 * The one writer of transfers and balances, as common table expressions for a statement that moves money.
 *
 * The statement brings a materialised CTE `move(cause_id, code, debit_id, credit_id, micros)`. From it and the
 * table of postings follow: a row in `transfer` for each move, and one update for each person's account with the
 * sums for its three balances. A move of zero is left out. Two moves of one cause and line, or a balance that
 * would fall below zero, break the whole statement, so a refused move moves nothing.
 *
 * Lock order: account rows by id, after all locks on open tasks, and nothing after them. The sums are sorted and the
 * update takes them one by one (the hot pool knows no other plan), so the rows are locked in that order without a
 * look at each of them before: while a long snapshot keeps old versions of these rows, looking is what costs.
 */
export function ledgerCtes({ numbered, threads }: LedgerOptions = {}): string {
  const line = numbered ? "p.line + m.line_offset" : "p.line";
  return `
  posting(code, line, debit_balance, credit_balance) as (values ${postingRows()}),
  booked as materialized (
    select m.cause_id, ${line} as line, m.code, m.debit_id, m.credit_id, m.micros, p.debit_balance, p.credit_balance
    from move m join posting p on p.code = m.code
    where m.micros > 0
  ),
  entry as (
    insert into transfer (cause_id, line, code, debit_id, credit_id, micros)
    select cause_id, line, code, debit_id, credit_id, micros from booked
  ),
  side(account_id, balance, micros, running, answers) as (
    select debit_id, debit_balance, -micros, 0, 0 from booked where debit_balance <> 'platform'
    union all
    select credit_id, credit_balance, micros, 0, 0 from booked where credit_balance <> 'platform'
    ${threads ? "union all select account_id, 'threads', 0, running, answers from thread_change" : ""}
  ),
  change as materialized (
    select account_id,
      coalesce(sum(micros) filter (where balance = 'available'), 0)::bigint as available,
      coalesce(sum(micros) filter (where balance = 'held'), 0)::bigint as held,
      coalesce(sum(micros) filter (where balance = 'pending'), 0)::bigint as pending
      ${threads ? ", sum(running) as running, sum(answers) as answers" : ""}
    from side group by account_id order by account_id
  ),
  balanced as (
    update account a set
      available_micros = a.available_micros + c.available,
      held_micros = a.held_micros + c.held,
      pending_micros = a.pending_micros + c.pending
      ${threads ? threadColumns(threads.now) : ""}
    from change c where a.id = c.account_id
  )`;
}

export const LEDGER_CTES = ledgerCtes();

/** Hours since 1970, in which the answers of packages are counted. */
export function hourOf(now: string): string {
  return `floor(extract(epoch from ${now}) / 3600)::int`;
}

function threadColumns(now: string): string {
  return `,
      threads_running = a.threads_running + c.running,
      package_answers = case when c.answers = 0 or a.package_hour = ${hourOf(now)} then a.package_answers else 0 end + c.answers,
      package_hour = case when c.answers = 0 then a.package_hour else ${hourOf(now)} end`;
}

function postingRows(): string {
  return Object.values(POSTINGS)
    .map(({ code, line, from, to }) => `(${code}, ${line}, '${from}', '${to}')`)
    .join(", ");
}

/**
 * Σ over each account of the given transfers, as `account_id, available, held, pending, platform`: what they say that
 * its balances have changed by. `transfers` is a query of debit_id, credit_id, code and micros.
 */
export function sumsOf(transfers: string): string {
  return `
  with posting(code, line, debit_balance, credit_balance) as (values ${postingRows()}),
  counted as (${transfers}),
  side(account_id, balance, micros) as (
    select t.debit_id, p.debit_balance, -t.micros from counted t join posting p using (code)
    union all
    select t.credit_id, p.credit_balance, t.micros from counted t join posting p using (code)
  )
  select account_id,
    coalesce(sum(micros) filter (where balance = 'available'), 0)::bigint as available,
    coalesce(sum(micros) filter (where balance = 'held'), 0)::bigint as held,
    coalesce(sum(micros) filter (where balance = 'pending'), 0)::bigint as pending,
    coalesce(sum(micros) filter (where balance = 'platform'), 0)::bigint as platform
  from side where account_id < ${FIRST_PERSON_ACCOUNT_ID} or balance <> 'platform' group by account_id`;
}

/** What all transfers say that each balance must be: the proof against the running balances. */
export const BALANCES_FROM_TRANSFERS = sumsOf("select debit_id, credit_id, code, micros from transfer");
