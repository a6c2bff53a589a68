import { LEDGER_CTES } from "../ledger/ledger-sql";
import { POSTINGS } from "../ledger/postings";
import { STATES } from "./states";

/**
 * Accepts tasks: each is inserted as queued with its files and its price is held, or nothing of it happens.
 *
 * Parameters: ids, accounts, kinds, prices, shares, lifetimes (ms), leases (ms); then where the files of each lie in
 * the one buffer (offset from 1, length), media types, widths, heights, further files and parameters (jsonb text or
 * null), senders and callback addresses (or null); the buffer; the time. Returns the ids that were accepted; one that is missing was not paid for.
 *
 * A batch may hold more of one customer than the balance covers: the running sum in order of arrival decides. An
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
    $16::text[]) with ordinality
    as i(id, account_id, kind, price, share, life_ms, lease_ms, file_offset, file_length, media_type, width, height,
      more_files, hints, sender, callback_url, ord)
),
payable as materialized (
  select i.*, a.available_micros from item i join account a on a.id = i.account_id order by a.id for update of a
),
paid_for as materialized (
  select * from (
    select *, sum(price) over (partition by account_id order by ord) as running from payable
  ) r
  where running <= available_micros
),
accepted as (
  insert into open_task (id, account_id, kind, state, price_micros, share_micros, lease_ms, accepted_at, expires_at, has_callback)
  select id, account_id, kind, ${STATES.queued}, price, share, lease_ms,
    $18::timestamptz, $18::timestamptz + life_ms * interval '1 millisecond', callback_url is not null
  from paid_for
),
stored as (
  insert into task_input (task_id, bytes, media_type, width_px, height_px, more_files, hints, sender)
  select id, substring($17::bytea from file_offset for file_length), media_type, width, height, more_files::jsonb,
    hints::jsonb, sender
  from paid_for
),
to_call as (
  insert into callback (task_id, account_id, url)
  select id, account_id, callback_url from paid_for where callback_url is not null
),
move as materialized (
  select id as cause_id, ${POSTINGS.hold.code} as code, account_id as debit_id, account_id as credit_id,
    price::bigint as micros
  from paid_for
),
${LEDGER_CTES}
select id from paid_for`,
} as const;
