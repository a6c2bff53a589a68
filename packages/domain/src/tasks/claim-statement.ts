import { HANDOUT_MIN_LEFT_MS } from "@sightline/contract/task-kinds";
import { EVENTS, fromMask, STATES, type TaskEventName } from "./states";

const DISPATCH_EVENTS = ["reserve", "assign"] as const satisfies readonly TaskEventName[];

/**
 * Hands tasks to workers: pairs that the ranking chose, each taking effect only if the task is still free to take.
 *
 * Parameters: task ids, worker account ids, event numbers (reserve or assign), the time. Returns what took effect,
 * with what the worker's screen needs. Rows that another process is just handing out are skipped, not waited for.
 *
 * Locks: open tasks by id; no account.
 */
export const CLAIM_STATEMENT = {
  name: "claim_tasks",
  text: `
with pair as materialized (
  select * from unnest($1::bigint[], $2::int[], $3::smallint[]) as p(id, worker_id, event)
),
free as materialized (
  select o.id, p.worker_id, p.event, o.worker_id as taken_from
  from open_task o join pair p on p.id = o.id
  where (${DISPATCH_EVENTS.map(mayHappen).join(" or ")})
    and o.expires_at >= $4::timestamptz + interval '${HANDOUT_MIN_LEFT_MS} milliseconds'
  order by o.id for update of o skip locked
)
update open_task o set
  state = case f.event when ${EVENTS.reserve.number} then ${STATES.reserved} else ${STATES.assigned} end,
  worker_id = f.worker_id,
  lease_no = o.lease_no + 1,
  lease_until = case f.event when ${EVENTS.reserve.number} then null
    else least($4::timestamptz + o.lease_ms * interval '1 millisecond', o.expires_at) end
from free f where o.id = f.id
returning o.id, o.account_id, o.kind, o.state, o.worker_id, o.lease_no, o.lease_until, o.lease_ms, o.expires_at,
  o.price_micros, o.share_micros, f.taken_from`,
} as const;

/**
 * The tasks that may be handed out next, oldest first. Parameters: the smallest id that can be queued, how many,
 * the time, the kinds to look at (null: all). Walks open_task_queued_idx from that id, so rows that were queued before and are dead now cost nothing
 * even while a long snapshot keeps them.
 */
export const CANDIDATES_STATEMENT = {
  name: "candidates",
  text: `
select id, account_id, kind, tried_by from open_task
where state = ${STATES.queued} and id >= $1::bigint
  and expires_at >= $3::timestamptz + interval '${HANDOUT_MIN_LEFT_MS} milliseconds'
  and ($4::int[] is null or kind = any($4::int[]))
order by id limit $2::int`,
} as const;

/** Reserved tasks that an idle worker may take over. Parameters as above. Walks open_task_reserved_idx. */
export const RESERVED_STATEMENT = {
  name: "reserved_candidates",
  text: `
select id, account_id, kind, tried_by || worker_id as tried_by from open_task
where state = ${STATES.reserved} and id >= $1::bigint
  and expires_at >= $3::timestamptz + interval '${HANDOUT_MIN_LEFT_MS} milliseconds'
  and ($4::int[] is null or kind = any($4::int[]))
order by id limit $2::int`,
} as const;

function mayHappen(event: (typeof DISPATCH_EVENTS)[number]): string {
  return `(p.event = ${EVENTS[event].number} and (${fromMask(event)} >> o.state) & 1 = 1)`;
}
