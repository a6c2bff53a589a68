import type { RefundPair } from "@sightline/contract/refunds";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { POSTINGS } from "../ledger/postings";
import { REPORT_STATES } from "../reports/report-states";

const SINCE_MS = 30 * 24 * 3_600_000;
const PAIRS_MAX = 50;
const REFUNDS_MIN = 3;

/**
 * Customers who got money back for tasks whose worker kept the pay, by pairs, the most money first: two people who work
 * together against the platform look like this. Tokens that were given back at once count, too.
 */
export async function refundPairs(ctx: Pick<DomainContext, "pool" | "clock">): Promise<RefundPair[]> {
  const sinceMs = ctx.clock.nowMs() - SINCE_MS;
  const { rows } = await ctx.pool.query<RefundPair>({
    ...PAIRS_STATEMENT,
    values: [new Date(sinceMs), firstIdAt(sinceMs)],
  });
  return rows;
}

/** $1 since when, $2 the first task's id since then. */
const PAIRS_STATEMENT = {
  name: "refund_pairs",
  text: `
with given as (
  select account_id, worker_id, micros from refund
  where refunded_at > $1 and worker_id is not null and taken_back_micros = 0
  union all
  select r.account_id, r.worker_id, x.micros
  from report r join transfer x on x.cause_id = r.task_id and x.code = ${POSTINGS.refund_token.code}
  where r.task_id >= $2 and r.state = ${REPORT_STATES.refunded}
),
pair as (
  select account_id, worker_id, count(*)::int as refunds, sum(micros)::bigint as micros,
    sum(sum(micros)) over (partition by account_id) as of_all
  from given group by account_id, worker_id
)
select p.account_id as "accountId", c.email, p.worker_id as "workerId", w.email as "workerEmail", p.refunds,
  p.micros as "refundedMicros", (p.micros / nullif(p.of_all, 0))::float8 as share,
  exists (select from account_link l where l.worker_id = p.worker_id and l.other_id = p.account_id) as linked
from pair p left join auth_user c on c.account_id = p.account_id left join auth_user w on w.account_id = p.worker_id
where p.refunds >= ${REFUNDS_MIN}
order by p.micros desc limit ${PAIRS_MAX}`,
} as const;
