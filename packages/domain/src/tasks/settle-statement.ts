import { UNSOLVED_REASONS } from "@sightline/contract/error-codes";
import { CASE_KINDS } from "@sightline/contract/moderation";
import {
  HANDOUT_MIN_LEFT_MS,
  LEASE_GRACE_MS,
  TAKE_BACK_MS,
  UNREADABLE_VOTES,
} from "@sightline/contract/task-kinds";
import { ledgerCtes } from "../ledger/ledger-sql";
import { PLATFORM_ACCOUNTS, POSTINGS } from "../ledger/postings";
import { type Due, EVENTS, FINAL_NUMBERS, fromMask, STATES, type TaskEventName, UNSOLVED_BY } from "./states";

/**
 * Every event that befalls a task which is already there; reserve and assign belong to the claim statement, what
 * follows from several answers to the verdict statement.
 */
const SETTLE_EVENTS = (Object.keys(EVENTS) as TaskEventName[]).filter(
  (name) => EVENTS[name].who !== "dispatch" && EVENTS[name].who !== "weigher",
);

/** The last of UNREADABLE_VOTES of these makes a task unsolvable, for what that one said. */
const VOTES = [EVENTS.unreadable.number, EVENTS.widget_failed.number].join(", ");

const DUE_NUMBERS: Record<Due, number> = {
  always: 0,
  lease_runs: 1,
  lease_over: 2,
  in_grace: 3,
  grace_over: 4,
  life_left: 5,
  life_over: 6,
};

/**
 * Makes events take effect: the one writer of a task's state between its claim and its end, and of what the end
 * costs and pays, in one statement and one commit for all items of the batch.
 *
 * Parameters: task ids, worker account ids (0: no worker is named), lease numbers (0: any), event numbers, answers
 * (null but for answers), the id of another item that must take effect too (null: none), the time. No id twice: the
 * lane sees to that. Returns a row for each item that took effect; a missing one was refused by the compare-and-set
 * (state, holder, lease, time) and changed nothing.
 *
 * Content that a worker reports opens a case for staff in the same commit.
 *
 * A callback that the customer asked for becomes due in the same commit.
 *
 * Answered: the price captured, as the worker's share and the platform's fee, and the rest of the hold released; in a
 * package the worker is paid from what packages bring in, for a gold task by the platform. Unsolvable: hold released; a worker who reported content is
 * paid by the platform. A task in a package gives its thread back with its end.
 *
 * A task that takes several answers never ends here once somebody has answered it: its answer goes to task_answer, and
 * it becomes weighed (quality/verdict-statement.ts ends it and moves its money).
 *
 * Locks: open tasks by id, then accounts by id (LEDGER_CTES), nothing after.
 */
export const SETTLE_STATEMENT = {
  name: "settle_tasks",
  text: `
with item as materialized (
  select * from unnest($1::bigint[], $2::int[], $3::int[], $4::smallint[], $5::text[], $6::bigint[])
    as i(id, worker_id, lease_no, event, answer, needs_id)
),
rule(event, from_mask, to_state, due, tried_by, reason) as (values ${ruleRows()}),
held as materialized (
  select o.id, o.account_id, o.kind, o.price_micros, o.share_micros, o.hold_micros, o.in_package, o.lease_ms, o.accepted_at, o.expires_at,
    o.worker_id, o.lease_no, o.unreadable_votes, o.has_callback, o.answer as given_answer, o.answers_max, o.answers_count,
    i.event, i.answer, i.needs_id, r.to_state, r.tried_by, r.reason
  from open_task o
    join item i on i.id = o.id
    join rule r on r.event = i.event
  where (r.from_mask >> o.state) & 1 = 1
    and (i.worker_id = 0 or o.worker_id = i.worker_id)
    and (i.lease_no = 0 or o.lease_no = i.lease_no)
    and case r.due ${dueCases()} end
  order by o.id for update of o
),
hit as materialized (
  select h.*,
    case when h.answers_max is not null and u.next_state in ${FINAL_NUMBERS}
        and (u.next_state = ${STATES.answered} or h.answers_count > 0)
      then ${STATES.weighed} else u.next_state end as next_state,
    h.answers_max is not null and u.next_state = ${STATES.answered} as contributes,
    case u.next_state when ${STATES.unsolvable} then h.reason end as ends_for,
    case h.to_state
      when ${STATES.assigned} then least($7::timestamptz + h.lease_ms * interval '1 millisecond', h.expires_at)
      when ${STATES.given} then $7::timestamptz + interval '${TAKE_BACK_MS} milliseconds' end as next_lease_until
  from held h cross join lateral (
    select case when h.event in (${VOTES}) and h.unreadable_votes + 1 >= ${UNREADABLE_VOTES}
      then ${STATES.unsolvable} else h.to_state end as next_state
  ) u
  where h.needs_id is null or exists (select from held n where n.id = h.needs_id)
),
to_call as (
  update callback c set state = 1, next_attempt_at = $7::timestamptz
  from hit h where c.task_id = h.id and h.has_callback and h.next_state in ${FINAL_NUMBERS}
),
flagged as (
  insert into moderation_case (kind, subject, task_id, account_id, worker_id, opened_at, deadline_at)
  select 'flagged_content', 'task:' || id, id, account_id, worker_id, $7::timestamptz,
    $7::timestamptz + interval '${CASE_KINDS.flagged_content.decideWithinMs} milliseconds'
  from hit where event = ${EVENTS.report_content.number}
),
gone as (
  delete from open_task o using hit h where o.id = h.id and h.next_state in ${FINAL_NUMBERS}
),
ended as (
  insert into task (id, account_id, kind, state, reason, price_micros, share_micros, in_package, accepted_at,
    finished_at, worker_id, lease_no, answer)
  select id, account_id, kind, next_state, ends_for, price_micros,
    share_micros, in_package, accepted_at, $7::timestamptz, worker_id, lease_no,
    case next_state when ${STATES.answered} then coalesce(answer, given_answer) end
  from hit where next_state in ${FINAL_NUMBERS}
),
contributed as (
  insert into task_answer (task_id, no, worker_id, lease_no, kind, answer, answered_at)
  select id, answers_count + 1, worker_id, lease_no, kind, coalesce(answer, given_answer), $7::timestamptz
  from hit where contributes
),
kept as (
  update open_task o set
    state = h.next_state,
    worker_id = case when h.next_state in (${STATES.queued}, ${STATES.weighed}) then null else o.worker_id end,
    lease_until = case h.next_state when ${STATES.weighed} then null else h.next_lease_until end,
    unreadable_votes = least(${UNREADABLE_VOTES - 1},
      o.unreadable_votes + case when h.event in (${VOTES}) then 1 else 0 end),
    answers_count = case when h.contributes then o.answers_count + 1 else o.answers_count end,
    closed_for = coalesce(o.closed_for, h.ends_for),
    tried_by = case when h.tried_by or h.contributes then o.tried_by || h.worker_id else o.tried_by end,
    answer = case h.next_state when ${STATES.given} then h.answer end
  from hit h where o.id = h.id and h.next_state not in ${FINAL_NUMBERS}
),
move as materialized (
  select id as cause_id, m.code, m.debit_id, m.credit_id, m.micros, 0 as line_offset
  from hit cross join lateral (values
    (${STATES.answered}, case when in_package then ${POSTINGS.package_pay.code}
        when account_id = ${PLATFORM_ACCOUNTS.gold} then ${POSTINGS.gold_pay.code} else ${POSTINGS.capture_share.code} end,
      case when in_package then ${PLATFORM_ACCOUNTS.packages} else account_id end, worker_id, share_micros::bigint),
    (${STATES.answered}, ${POSTINGS.capture_fee.code}, account_id, ${PLATFORM_ACCOUNTS.fees}, (price_micros - share_micros)::bigint),
    (${STATES.answered}, ${POSTINGS.release_rest.code}, account_id, account_id, (hold_micros - price_micros)::bigint),
    (${STATES.unsolvable}, ${POSTINGS.release.code}, account_id, account_id, hold_micros::bigint),
    (case event when ${EVENTS.report_content.number} then next_state end, ${POSTINGS.content_pay.code},
      ${PLATFORM_ACCOUNTS.expenses}, worker_id, share_micros::bigint)
  ) as m(at_state, code, debit_id, credit_id, micros)
  where m.at_state = next_state
),
thread_change as materialized (
  select account_id, -1 as running, case next_state when ${STATES.answered} then 1 else 0 end as answers
  from hit where in_package and next_state in ${FINAL_NUMBERS}
),
${ledgerCtes({ numbered: true, threads: { now: "$7::timestamptz" } })}
select h.id, h.account_id, h.kind, h.event, h.next_state, h.worker_id, h.lease_no, h.share_micros, h.price_micros,
  h.accepted_at, h.next_lease_until as lease_until, coalesce(h.answer, h.given_answer) as answer,
  h.ends_for as reason, h.has_callback
from hit h`,
} as const;

function ruleRows(): string {
  return SETTLE_EVENTS.map((name) => {
    const { number, to, due, triedBy } = { triedBy: false, ...EVENTS[name] };
    const reason = name in UNSOLVED_BY ? UNSOLVED_BY[name as keyof typeof UNSOLVED_BY] : "null::int";
    return `(${number}, ${fromMask(name)}, ${STATES[to]}, ${DUE_NUMBERS[due]}, ${triedBy}, ${reason})`;
  }).join(", ");
}

function dueCases(): string {
  const now = "$7::timestamptz";
  const conditions: Record<Due, string> = {
    always: "true",
    lease_runs: `${now} < case o.state when ${STATES.assigned}
      then o.lease_until + interval '${LEASE_GRACE_MS} milliseconds' else o.expires_at end`,
    lease_over: `o.lease_until + interval '${LEASE_GRACE_MS} milliseconds' <= ${now}`,
    in_grace: `${now} < o.lease_until and ${now} < o.expires_at`,
    grace_over: `o.lease_until <= ${now}`,
    life_left: `o.expires_at >= ${now} + interval '${HANDOUT_MIN_LEFT_MS} milliseconds'`,
    life_over: `o.expires_at <= ${now}`,
  };
  return (Object.keys(conditions) as Due[])
    .map((due) => `when ${DUE_NUMBERS[due]} then ${conditions[due]}`)
    .join("\n      ");
}

// The table of reasons is the contract's; a number that drifted apart would tell customers a wrong cause.
for (const [event, reason] of [
  ["unreadable", "unreadable"],
  ["expire", "nobody_in_time"],
  ["report_content", "content_reported"],
  ["cancel", "cancelled"],
  ["key_refused", "key_refused"],
  ["value_expired", "value_expired"],
  ["domain_refused", "domain_refused"],
  ["widget_failed", "widget_failed"],
  ["suspend", "account_suspended"],
  ["site_lost", "site_lost"],
  ["proxy_failed", "proxy_failed"],
] as const) {
  if (UNSOLVED_BY[event] !== UNSOLVED_REASONS[reason].number) throw new Error(`reason of ${event} differs`);
}
