import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { STATES } from "../tasks/states";

/** States of gold_task. */
export const GOLD_STATES = { proposed: 1, in_use: 2, retired: 3 } as const;

/**
 * Queues a gold task for each worker who is to get one, as a task of the platform's own account that is for this
 * worker's screen alone: from here on it goes the way of every task, so that nobody can tell it from one. Which is left
 * to chance, among those of the kind that the worker has never had and did not help to answer. A worker who has one
 * that is not judged yet gets no other.
 *
 * Parameters: worker ids, kinds, stages, task ids, shares (micro-dollars), lifetimes and leases (ms), the time. Returns
 * worker and task of each that was queued.
 *
 * Locks nothing that others wait for: inserts only. By gold_task_kind_idx, the keys of gold_showing and task_answer.
 */
export const HAND_OUT_STATEMENT = {
  name: "hand_out_gold",
  text: `
with wish as materialized (
  select * from unnest($1::int[], $2::smallint[], $3::smallint[], $4::bigint[], $5::int[], $6::int[], $7::int[])
    as w(worker_id, kind, stage, task_id, share, life_ms, lease_ms)
),
chosen as materialized (
  select w.*, c.gold_id from wish w cross join lateral (
    select g.id as gold_id from gold_task g
    where g.kind = w.kind and g.state = ${GOLD_STATES.in_use}
      and not exists (select from gold_showing s where s.gold_id = g.id and s.worker_id = w.worker_id)
      and not exists (select from task_answer a where a.task_id = g.source_task_id and a.worker_id = w.worker_id)
    order by random() limit 1
  ) c
  where not exists (select from gold_showing s where s.worker_id = w.worker_id and s.outcome is null)
),
shown as (
  insert into gold_showing (gold_id, worker_id, task_id, kind, stage, shown_at)
  select gold_id, worker_id, task_id, kind, stage, $8::timestamptz from chosen
  on conflict do nothing
  returning gold_id, task_id
),
queued as (
  insert into open_task (id, account_id, kind, state, price_micros, share_micros, hold_micros, lease_ms, accepted_at,
    expires_at, only_for, language)
  select c.task_id, ${PLATFORM_ACCOUNTS.gold}, c.kind, ${STATES.queued}, 0, c.share, 0, c.lease_ms, $8::timestamptz,
    $8::timestamptz + c.life_ms * interval '1 millisecond', c.worker_id,
    coalesce(g.hints ->> 'lang', case g.hints ->> 'language' when '1' then 'Cyrl' when '2' then 'Latn' end)
  from shown s join chosen c using (task_id) join gold_task g on g.id = s.gold_id
  returning id, only_for
),
stored as (
  insert into task_input (task_id, bytes, media_type, width_px, height_px, more_files, hints)
  select s.task_id, g.bytes, g.media_type, g.width_px, g.height_px, g.more_files, g.hints
  from shown s join gold_task g on g.id = s.gold_id
)
select only_for as worker_id, id as task_id from queued`,
} as const;
