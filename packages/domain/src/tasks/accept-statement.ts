import { LEDGER_CTES } from "../ledger/ledger-sql";
import { POSTINGS } from "../ledger/postings";
import { STATES } from "./states";

/**
 * Accepts tasks: each is inserted as queued with its picture and its price is held, or nothing of it happens.
 *
 * Parameters: ids, accounts, kinds, prices, shares, lifetimes (ms), leases (ms); then where each picture lies in
 * the one buffer (offset from 1, length), media types, widths, heights, hints (jsonb text or null); the buffer;
 * the time. Returns the ids that were accepted; one that is missing was not paid for.
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
    $8::int[], $9::int[], $10::smallint[], $11::smallint[], $12::smallint[], $13::text[]) with ordinality
    as i(id, account_id, kind, price, share, life_ms, lease_ms, picture_offset, picture_length, media_type, width, height, hints, ord)
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
  insert into open_task (id, account_id, kind, state, price_micros, share_micros, lease_ms, accepted_at, expires_at)
  select id, account_id, kind, ${STATES.queued}, price, share, lease_ms,
    $15::timestamptz, $15::timestamptz + life_ms * interval '1 millisecond'
  from paid_for
),
stored as (
  insert into task_input (task_id, bytes, media_type, width_px, height_px, hints)
  select id, substring($14::bytea from picture_offset for picture_length), media_type, width, height, hints::jsonb
  from paid_for
),
move as materialized (
  select id as cause_id, ${POSTINGS.hold.code} as code, account_id as debit_id, account_id as credit_id,
    price::bigint as micros
  from paid_for
),
${LEDGER_CTES}
select id from paid_for`,
} as const;
