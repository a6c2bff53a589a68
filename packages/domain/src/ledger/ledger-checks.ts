import type { Pool } from "@sightline/db/database";
import { BALANCES_FROM_TRANSFERS } from "./ledger-sql";
import { FIRST_PERSON_ACCOUNT_ID, POSTINGS } from "./postings";

/** Something that is not as the books say; the row is named, so that a person can look at it. */
export interface LedgerDifference {
  check: string;
  /** `account 1042`, `deposit 0x..`. */
  subject: string;
  /** Micro-dollars, or threads for the check of that name. */
  difference: number;
}

/** One thing that must hold. Each looks at one snapshot and returns at most DIFFERENCES_MAX rows. */
export interface LedgerCheck {
  name: string;
  says: string;
  /** It reads every transfer: for tests and by hand, not for every minute. */
  readsAll?: true;
  /** What the chain does may break it, without fault of ours, until staff have decided. */
  awaitsStaff?: true;
  find(pool: Pool): Promise<Omit<LedgerDifference, "check">[]>;
}

export const DIFFERENCES_MAX = 100;

const CHAIN_DEPOSIT_CODES = [
  POSTINGS.chain_deposit.code,
  POSTINGS.chain_deposit_reversal.code,
  POSTINGS.chain_deposit_loss.code,
].join(", ");

/** All that the ledger must prove. Add a check here and it runs in tests, on schedule and on the staff's page. */
export const LEDGER_CHECKS: readonly LedgerCheck[] = [
  {
    name: "sum",
    says: "All balances, the platform's among them, add up to zero",
    readsAll: true,
    find: (pool) =>
      findRows(
        pool,
        `with expected as materialized (${BALANCES_FROM_TRANSFERS}),
         total(micros) as (
           select coalesce((select sum(available_micros + held_micros + pending_micros) from account), 0)
             + coalesce((select sum(platform) from expected), 0)
         )
         select 'all accounts' as subject, micros::bigint as difference from total where micros <> 0`,
      ),
  },
  {
    name: "balances",
    says: "Each account's balances are what its transfers say",
    readsAll: true,
    find: (pool) =>
      findRows(
        pool,
        `with expected as materialized (${BALANCES_FROM_TRANSFERS})
         select 'account ' || coalesce(a.id, e.account_id) as subject,
           abs(coalesce(a.available_micros, 0) - coalesce(e.available, 0))
           + abs(coalesce(a.held_micros, 0) - coalesce(e.held, 0))
           + abs(coalesce(a.pending_micros, 0) - coalesce(e.pending, 0)) as difference
         from (select * from account where id >= ${FIRST_PERSON_ACCOUNT_ID}) a
           full join (select * from expected where account_id >= ${FIRST_PERSON_ACCOUNT_ID}) e on e.account_id = a.id
         where (coalesce(a.available_micros, 0), coalesce(a.held_micros, 0), coalesce(a.pending_micros, 0))
           <> (coalesce(e.available, 0), coalesce(e.held, 0), coalesce(e.pending, 0))
         limit ${DIFFERENCES_MAX}`,
      ),
  },
  {
    name: "holds",
    says: "What an account holds is what its open tasks have set aside",
    find: (pool) => findRows(pool, againstOpenTasks("held_micros", "sum(hold_micros)")),
  },
  {
    name: "threads",
    says: "The threads that an account has taken are its open tasks in a package",
    find: (pool) => findRows(pool, againstOpenTasks("threads_running", "count(*) filter (where in_package)")),
  },
  {
    name: "deposits",
    says: "Each booked deposit of a chain is one posting of its amount, and nothing else is",
    find: (pool) =>
      findRows(
        pool,
        `with posted as (
           select cause_id, sum(case code when ${POSTINGS.chain_deposit.code} then micros else -micros end) as micros
           from transfer where code in (${CHAIN_DEPOSIT_CODES})
             and cause_id >= coalesce((select min(id) from chain_deposit), 0)
           group by cause_id
         ),
         event as (
           select id, case state when 'booked' then amount_micros else 0 end as micros from chain_deposit
         )
         select 'deposit ' || coalesce(e.id, p.cause_id) as subject,
           (coalesce(p.micros, 0) - coalesce(e.micros, 0))::bigint as difference
         from event e full join posted p on p.cause_id = e.id
         where coalesce(p.micros, 0) <> coalesce(e.micros, 0) limit ${DIFFERENCES_MAX}`,
      ),
  },
  {
    name: "payouts",
    says: "Each payout has set its amount aside, and was paid by one transfer of the chain or given back, as it says",
    find: (pool) =>
      findRows(
        pool,
        `with posted as (
           select cause_id, sum(micros) filter (where code = ${POSTINGS.payout_reserve.code}) as reserved,
             sum(micros) filter (where code = ${POSTINGS.payout_paid.code}) as paid,
             sum(micros) filter (where code = ${POSTINGS.payout_return.code}) as returned,
             sum(micros) filter (where code = ${POSTINGS.payout_undone.code}) as undone
           from transfer where code between ${POSTINGS.payout_reserve.code} and ${POSTINGS.payout_undone.code}
             and cause_id >= coalesce((select min(id) from payout), 0)
           group by cause_id
         )
         select 'payout ' || coalesce(p.id, t.cause_id) as subject, coalesce(p.micros, t.reserved, 0) as difference
         from payout p full join posted t on t.cause_id = p.id
         where t.reserved is distinct from p.micros
           or t.paid is distinct from case when p.state in ('paid', 'undone') then p.micros end
           or t.returned is distinct from case when p.state = 'returned' then p.micros end
           or t.undone is distinct from case when p.state = 'undone' then p.micros end
         limit ${DIFFERENCES_MAX}`,
      ),
  },
  {
    name: "taken_back",
    awaitsStaff: true,
    says: "The chain still has each booked deposit and each transaction that has paid workers, or staff have decided",
    find: (pool) =>
      findRows(
        pool,
        `select 'deposit ' || id || ', transaction ' || tx_hash as subject, amount_micros as difference
         from chain_deposit where missing_since is not null and state = 'booked'
         union all
         select 'payout ' || p.id || ', transaction ' || t.tx_hash || ', batch ' || t.batch_id, p.micros
         from payout_transaction t join payout p on p.chain_id = t.chain_id and p.tx_hash = t.tx_hash and p.state = 'paid'
         where t.state = 'confirmed' and t.finding is not null
         limit ${DIFFERENCES_MAX}`,
      ),
  },
  {
    name: "strays",
    awaitsStaff: true,
    says: "Each transfer of the paying wallet in a transaction that staff named pays a payout, or staff have settled it",
    find: (pool) =>
      findRows(
        pool,
        `select 'transfer ' || tx_log_no || ' of ' || tx_hash || ' to ' || address || ', batch ' || batch_id as subject,
           greatest(micros, 1) as difference
         from payout_stray where settled_at is null order by id limit ${DIFFERENCES_MAX}`,
      ),
  },
];

function againstOpenTasks(column: string, sum: string): string {
  return `
    select 'account ' || a.id as subject, a.${column} - coalesce(o.sum, 0) as difference
    from account a full join (select account_id, ${sum}::bigint as sum from open_task group by account_id) o
      on o.account_id = a.id
    where coalesce(a.${column}, 0) <> coalesce(o.sum, 0)
    limit ${DIFFERENCES_MAX}`;
}

async function findRows(pool: Pool, text: string): Promise<Omit<LedgerDifference, "check">[]> {
  const { rows } = await pool.query<{ subject: string | null; difference: number }>(text);
  return rows.map(({ subject, difference }) => ({
    subject: subject ?? "an account that is not there",
    difference: Number(difference),
  }));
}
