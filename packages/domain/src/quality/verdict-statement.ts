import { ledgerCtes } from "../ledger/ledger-sql";
import { PLATFORM_ACCOUNTS, POSTINGS } from "../ledger/postings";
import { EVENTS, FINAL_NUMBERS, fromMask, STATES, type TaskEventName } from "../tasks/states";

/** What may follow when the answers of a task were weighed. */
export const VERDICT_EVENTS = [
  "ask_again",
  "agree",
  "disagree",
  "close",
] as const satisfies readonly TaskEventName[];

/**
 * What the answers so far came to: the one writer of a weighed task's state, and of the money of tasks that took
 * several answers. Tasks with one answer never come here.
 *
 * Parameters: task ids with their smallest and largest, how many answers the verdict has seen, event numbers, and where
 * they agree the answer, its confidence (null: not asked for), its worker and lease; the reason where they do not; the
 * time; the doubt that is left where another answer is asked for. A task that has more answers by now is left alone: whoever weighs those decides. Returns a row for each that took
 * effect, as the settle statement does.
 *
 * Answered: of the hold, each answer's price is captured as its worker's share and the platform's fee, the rest
 * released. Unsolvable: all of it released, and the platform pays the workers their shares. Lines: the first worker's is
 * that of a single answer, the others' are 100 and up.
 *
 * Locks: open tasks by id, then accounts by id (ledgerCtes), nothing after.
 */
export const VERDICT_STATEMENT = {
  name: "weigh_tasks",
  text: `
with item as materialized (
  select * from unnest($1::bigint[], $4::smallint[], $5::smallint[], $6::text[], $7::real[], $8::int[], $9::int[],
    $10::smallint[], $12::text[]) as i(id, seen, event, answer, confidence, by_worker, by_lease, reason, doubt)
),
rule(event, from_mask, next_state) as (values ${VERDICT_EVENTS.map(
    (name) => `(${EVENTS[name].number}, ${fromMask(name)}, ${STATES[EVENTS[name].to]})`,
  ).join(", ")}),
hit as materialized (
  select o.id, o.account_id, o.kind, o.price_micros, o.share_micros, o.hold_micros, o.in_package, o.accepted_at,
    o.has_callback, o.answers_count, o.lease_no, i.event, i.answer, i.confidence, i.by_worker, i.by_lease, i.doubt, r.next_state,
    case r.next_state when ${STATES.unsolvable} then coalesce(o.closed_for, i.reason) end as reason
  from open_task o
    join item i on i.id = o.id
    join rule r on r.event = i.event
  where (r.from_mask >> o.state) & 1 = 1 and o.answers_count = i.seen
  order by o.id for update of o
),
to_call as (
  update callback c set state = 1, next_attempt_at = $11::timestamptz
  from hit h where c.task_id = h.id and h.has_callback and h.next_state in ${FINAL_NUMBERS}
),
gone as (
  delete from open_task o using hit h where o.id = h.id and h.next_state in ${FINAL_NUMBERS}
),
ended as (
  insert into task (id, account_id, kind, state, reason, price_micros, share_micros, in_package, accepted_at,
    finished_at, worker_id, lease_no, answer, answers_count, confidence)
  select id, account_id, kind, next_state, reason,
    case next_state when ${STATES.answered} then price_micros * answers_count else price_micros end,
    share_micros, in_package, accepted_at, $11::timestamptz, by_worker, by_lease, answer, answers_count, confidence
  from hit where next_state in ${FINAL_NUMBERS}
),
kept as (
  update open_task o set state = h.next_state, doubt = h.doubt::real[]
  from hit h where o.id = h.id and h.next_state not in ${FINAL_NUMBERS}
),
paid as materialized (
  select h.*, a.worker_id, row_number() over (partition by h.id order by a.no) - 1 as place
  from hit h join task_answer a on a.task_id = h.id and a.task_id between $2::bigint and $3::bigint
  where h.next_state in ${FINAL_NUMBERS}
),
move as materialized (
  select id as cause_id,
    case when next_state = ${STATES.unsolvable} then ${POSTINGS.several_pay.code}
      when in_package then ${POSTINGS.package_pay.code} else ${POSTINGS.capture_share.code} end as code,
    case when next_state = ${STATES.unsolvable} then ${PLATFORM_ACCOUNTS.expenses}
      when in_package then ${PLATFORM_ACCOUNTS.packages} else account_id end as debit_id,
    worker_id as credit_id, share_micros::bigint as micros,
    (case when next_state = ${STATES.unsolvable} then place
      when place = 0 then 0 else ${POSTINGS.several_pay.line - POSTINGS.capture_share.line} + place end)::int as line_offset
  from paid
  union all
  select id, m.code, account_id, m.credit_id, m.micros, 0
  from hit cross join lateral (values
    (${STATES.answered}, ${POSTINGS.capture_fee.code}, ${PLATFORM_ACCOUNTS.fees},
      (price_micros - share_micros)::bigint * answers_count),
    (${STATES.answered}, ${POSTINGS.release_rest.code}, account_id, hold_micros - price_micros::bigint * answers_count),
    (${STATES.unsolvable}, ${POSTINGS.release.code}, account_id, hold_micros::bigint)
  ) as m(at_state, code, credit_id, micros)
  where m.at_state = next_state
),
thread_change as materialized (
  select account_id, -1 as running, answers_count as answers
  from hit where in_package and next_state in ${FINAL_NUMBERS}
),
${ledgerCtes({ numbered: true, threads: { now: "$11::timestamptz" } })}
select id, account_id, kind, event, next_state, by_worker as worker_id, lease_no,
  share_micros,
  case next_state when ${STATES.answered} then price_micros * answers_count else price_micros end as price_micros,
  accepted_at, answer, reason, has_callback, answers_count, confidence
from hit`,
} as const;
