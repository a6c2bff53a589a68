import type { AbuseSignal } from "@sightline/contract/abuse-signals";
import type { DomainContext } from "../context";
import { REPORT_STATES, VERDICTS } from "../reports/report-states";

/** What a worker did in seven days, as sums of worker_pace. */
export interface WorkerWeek {
  answered: number;
  fast: number;
  passed: number;
  unreadable: number;
  /** Other workers seen with the same address, browser or payout address. */
  sameMachine: number;
  /** Of the kind whose answers took most equally long: how many, and their spread in % of the mean. */
  evenest: { answered: number; spreadPercent: number } | null;
  /** Hours of the fullest day in which something was answered. */
  busiestHours: number;
}

const ANSWERS_MIN = 20;
const FAST_SHARE = 0.3;
/** Times of a person who reads and types lie apart by a third of their mean and more; those of a script need not. */
const EVEN_PERCENT = 12;
/** No person answers in so many hours of one day. */
const HOURS_MIN = 20;
const PASSES_MIN = 20;
const PASSED_SHARE = 0.5;
const UNREADABLE_MIN = 10;
const UNREADABLE_SHARE = 0.3;
/** Good reports of one customer that are most of a worker's. */
const GOOD_MIN = 5;
const ONE_CUSTOMER_SHARE = 0.6;
const REFUNDED_MIN = 5;

/** Pure. Nothing follows from a signal by itself: staff see it with its figures. */
export function signalsOf(week: WorkerWeek): AbuseSignal[] {
  const { answered, fast, passed, unreadable, sameMachine, evenest, busiestHours } = week;
  const signals: AbuseSignal[] = [];
  if (answered >= ANSWERS_MIN && fast >= FAST_SHARE * answered)
    signals.push({ signal: "too_fast", fast, answered });
  if (evenest !== null && evenest.spreadPercent <= EVEN_PERCENT)
    signals.push({ signal: "even_pace", ...evenest });
  if (busiestHours >= HOURS_MIN) signals.push({ signal: "no_rest", hours: busiestHours });
  if (passed >= PASSES_MIN && passed >= PASSED_SHARE * (passed + answered))
    signals.push({ signal: "passes", passed, answered });
  if (unreadable >= UNREADABLE_MIN && unreadable >= UNREADABLE_SHARE * (unreadable + answered))
    signals.push({ signal: "unreadable", unreadable, answered });
  if (sameMachine > 0) signals.push({ signal: "same_machine", accounts: sameMachine });
  return signals;
}

/**
 * Customers who like, or have refunded, a worker's answers far more than others do: collusion through first choices and
 * refunds looks like this. By report_worker_idx; the latest thousand reports.
 */
export async function oneCustomerSignals(
  { pool }: Pick<DomainContext, "pool">,
  workerId: number,
): Promise<AbuseSignal[]> {
  const { rows } = await pool.query<{
    email: string | null;
    good: number;
    refunded: number;
    of_good: number;
  }>({
    name: "one_customer_signals",
    text: `
      with latest as (
        select account_id, verdict, state from report where worker_id = $1 order by task_id desc limit 1000
      ),
      customer as (
        select account_id, (count(*) filter (where verdict = ${VERDICTS.good}))::int as good,
          (count(*) filter (where state in (${REPORT_STATES.accepted}, ${REPORT_STATES.refunded})))::int as refunded
        from latest group by account_id
      )
      select u.email, c.good, c.refunded, (select sum(good)::int from customer) as of_good
      from customer c left join auth_user u on u.account_id = c.account_id
      where (c.good >= ${GOOD_MIN} and c.good >= ${ONE_CUSTOMER_SHARE} * (select sum(good) from customer))
        or c.refunded >= ${REFUNDED_MIN}
      order by c.good + c.refunded desc limit 10`,
    values: [workerId],
  });
  return rows.map(({ email, good, refunded, of_good }) => {
    return { signal: "one_customer", customerEmail: email ?? "", good, refunded, ofGood: of_good };
  });
}
