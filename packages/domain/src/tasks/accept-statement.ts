import { hourOf, ledgerCtes } from "../ledger/ledger-sql";
import { POSTINGS } from "../ledger/postings";
import { STATES } from "./states";

/** How the statement decided about an item. */
export const VERDICTS = { paid: 0, in_package: 1, zero_balance: 2, package_full: 3, over_rate: 4 } as const;

/** A package lasts until the service has begun its successor; this much longer than was paid at most. */
const PACKAGE_GRACE = "interval '5 seconds'";

/**
 * Accepts tasks: each is inserted as queued with its files, and takes a thread of its customer's package or has its
 * money held; or nothing of it happens.
 *
 * Parameters: ids, accounts, kinds, prices, shares, lifetimes (ms), leases (ms); then where the files of each lie in
 * the one buffer (offset from 1, length), media types, widths, heights, further files and parameters (jsonb text or
 * null), senders and callback addresses (or null); the buffer; the time; what to hold for each (null: it costs more
 * than its customer wants to pay, so only a package may take it), shares in a package, how many answers a thread
 * may be paid in an hour, for a task that takes several answers how many at most and the rule (jsonb text), else null,
 * and the account on whose own screen each is solved, free (a sandbox; null: any worker's). Returns each id with its
 * verdict.
 *
 * Package first, balance second. A batch may hold more of one customer than there are free threads, or than the
 * balance covers: the order of arrival decides about the threads, and the running sum of the rest about the money. An
 * item refused behind a dearer one of the same customer is tried once more alone by the lane.
 *
 * Locks: the customers' account rows by id, before anything is written. Inserts lock nothing that others wait for.
 */
export const ACCEPT_STATEMENT = {
  name: "accept_tasks",
  text: `
with item as materialized (
  select * from unnest($1::bigint[], $2::int[], $3::smallint[], $4::int[], $5::int[], $6::int[], $7::int[],
    $8::int[], $9::int[], $10::smallint[], $11::smallint[], $12::smallint[], $13::text[], $14::text[], $15::text[],
    $16::text[], $19::int[], $20::int[], $22::smallint[], $23::text[],
    $24::int[]) with ordinality
    as i(id, account_id, kind, price, share, life_ms, lease_ms, file_offset, file_length, media_type, width, height,
      more_files, hints, sender, callback_url, hold, package_share, answers_max, recognition, only_for, ord)
),
payable as materialized (
  select i.*, a.available_micros, a.package_overflow,
    a.threads_until + ${PACKAGE_GRACE} > $18::timestamptz as has_package,
    case when a.threads_until + ${PACKAGE_GRACE} > $18::timestamptz then least(a.threads_max, a.threads_max * $21::int
      - case a.package_hour when ${hourOf("$18::timestamptz")} then a.package_answers else 0 end) - a.threads_running
      else 0 end as free_threads
  from item i join account a on a.id = i.account_id order by a.id for update of a
),
decided as materialized (
  select *, case
    when in_package then ${VERDICTS.in_package}
    when only_for is not null then ${VERDICTS.paid}
    when has_package and not package_overflow then ${VERDICTS.package_full}
    when hold is null then ${VERDICTS.over_rate}
    when running > available_micros then ${VERDICTS.zero_balance}
    else ${VERDICTS.paid} end as verdict
  from (
    select *, sum(case when not in_package then hold end) over (partition by account_id order by ord) as running
    from (
      select *, only_for is null and row_number() over (partition by account_id, only_for order by ord) <= free_threads
        as in_package from payable
    ) p
  ) r
),
accepted as materialized (
  select id, account_id, kind, life_ms, lease_ms, file_offset, file_length, media_type, width, height, more_files,
    hints, sender, callback_url, answers_max, recognition, only_for, in_package,
    case when in_package then 0 else price end as price,
    case when in_package then 0 else hold end as hold, case when in_package then package_share else share end as share
  from decided where verdict <= ${VERDICTS.in_package}
),
queued as (
  insert into open_task (id, account_id, kind, state, price_micros, share_micros, hold_micros, in_package, lease_ms,
    accepted_at, expires_at, has_callback, answers_max, answers_count, recognition,
    only_for, language, min_score)
  select id, account_id, kind, ${STATES.queued}, price, share, hold, in_package, lease_ms,
    $18::timestamptz, $18::timestamptz + life_ms * interval '1 millisecond', callback_url is not null,
    answers_max, case when answers_max is not null then 0 end, recognition::jsonb,
    only_for, coalesce(hints::jsonb ->> 'lang', case hints::jsonb ->> 'language' when '1' then 'Cyrl' when '2' then 'Latn' end),
    (hints::jsonb -> 'challenge' ->> 'minScore')::real
  from accepted
),
stored as (
  insert into task_input (task_id, bytes, media_type, width_px, height_px, more_files, hints, sender)
  select id, substring($17::bytea from file_offset for file_length), media_type, width, height, more_files::jsonb,
    hints::jsonb, sender
  from accepted
),
to_call as (
  insert into callback (task_id, account_id, url)
  select id, account_id, callback_url from accepted where callback_url is not null
),
move as materialized (
  select id as cause_id, ${POSTINGS.hold.code} as code, account_id as debit_id, account_id as credit_id,
    hold::bigint as micros
  from accepted
),
thread_change as materialized (
  select account_id, 1 as running, 0 as answers from accepted where in_package
),
${ledgerCtes({ threads: { now: "$18::timestamptz" } })}
select id, verdict from decided`,
} as const;
