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

const MAY_BE_HANDED_OUT = `id >= $1::bigint
  and expires_at >= $3::timestamptz + interval '${HANDOUT_MIN_LEFT_MS} milliseconds'
  and ($4::int[] is null or kind = any($4::int[])) and (only_for is null or only_for = any($5::int[]))
  and (not $7::boolean or (select true from gated_task g where g.task_id = open_task.id) is null)`;
/** `id` is the task's: the other table has none. One probe of its key for each task; an EXISTS might read it whole. */
const IS_GATED = "(select true from gated_task g where g.task_id = id) is not null as gated";
const WHAT_RANKS = "id, account_id, kind, share_micros, only_for, language, min_score, answers_max, doubt";

/** Nobody is passed over before the oldest have waited this long: until then the order of arrival is fair enough. */
const TURNS_AFTER_MS = 500;
/** Customers whose turn it is in one read beyond the oldest tasks, and how many tasks of each. */
export const TURN_ACCOUNTS = 16;
const TURN_TASKS = 2;

/**
 * The tasks that may be handed out next: the oldest, and, when there are more than were asked for and they have waited,
 * the oldest of some customers in turn, so that one customer's ten thousand hide nobody. One read, of a bounded number
 * of rows however many are queued. Parameters: the smallest id that can be queued, how many, the time, the kinds to look
 * at (null: all), the accounts on whose screens something of their own may appear, the account after which the
 * turns go on, and whether to pass over what is gated. Returns `turn`: null for the oldest, else the account as far as which the turns have come.
 *
 * Walks open_task_queued_idx from that id, so rows that were queued before and are dead now cost nothing even while a
 * long snapshot keeps them; the turns hop through open_task_account_idx from customer to customer. (`+ 0` keeps
 * them off open_task_queued_idx, which looks cheap while the table is empty and leads past everybody else's tasks.)
 */
export const CANDIDATES_STATEMENT = {
  name: "candidates",
  text: `
with recursive oldest as materialized (
  select ${WHAT_RANKS}, tried_by, accepted_at from open_task
  where state = ${STATES.queued} and ${MAY_BE_HANDED_OUT}
  order by id limit $2::int
),
turn(account_id, no) as (
  select account_id, 1 from (
    select account_id from open_task
    where state + 0 = ${STATES.queued} and account_id > $6::int and id >= $1::bigint
    order by account_id, id limit 1
  ) f
  where (select count(*) >= $2::int and min(accepted_at) < $3::timestamptz - interval '${TURNS_AFTER_MS} milliseconds'
    from oldest)
  union all
  select n.account_id, t.no + 1 from turn t cross join lateral (
    select account_id from open_task
    where state + 0 = ${STATES.queued} and account_id > t.account_id and id >= $1::bigint
    order by account_id, id limit 1
  ) n
  where t.no < ${TURN_ACCOUNTS}
)
select ${WHAT_RANKS}, tried_by, null::int as turn, ${IS_GATED} from oldest
union all
select q.*, t.account_id, ${IS_GATED} from turn t cross join lateral (
  select ${WHAT_RANKS}, tried_by from open_task
  where account_id = t.account_id and state + 0 = ${STATES.queued} and ${MAY_BE_HANDED_OUT}
  order by id limit ${TURN_TASKS}
) q`,
} as const;

/** Reserved tasks that an idle worker may take over. Parameters as above, without turns. Walks open_task_reserved_idx. */
export const RESERVED_STATEMENT = {
  name: "reserved_candidates",
  text: `
select ${WHAT_RANKS}, tried_by || worker_id as tried_by, null::int as turn, ${IS_GATED} from open_task
where state = ${STATES.reserved} and ${MAY_BE_HANDED_OUT} and $6::int is not null
order by id limit $2::int`,
} as const;

function mayHappen(event: (typeof DISPATCH_EVENTS)[number]): string {
  return `(p.event = ${EVENTS[event].number} and (${fromMask(event)} >> o.state) & 1 = 1)`;
}
