import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { ENDED_TASK, EVERYBODY, PAID_TASK } from "./hour-sql";

/** How many tasks are counted in one transaction. */
const TASKS_PER_RUN = 20_000;
/** A task's id may be made this long before its row is seen: a frozen database carries statements out late. */
const LATE_MS_MAX = 120_000;

/**
 * Counts the next ended tasks into their hours, each exactly once: up to the oldest task that is open or may still
 * come. One process at a time; who comes second leaves it. Returns whether more are waiting.
 */
export async function countHours(ctx: Pick<DomainContext, "pool" | "clock">): Promise<{ more: boolean }> {
  return inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ counted_before: number; bound: number }>({
      name: "hours_to_count",
      text: `select counted_before, least($1::bigint, (select min(id) from open_task)) as bound
             from task_hour_progress for update skip locked`,
      values: [firstIdAt(ctx.clock.nowMs() - LATE_MS_MAX)],
    });
    const [progress] = rows;
    if (progress === undefined || progress.bound <= progress.counted_before) return { more: false };
    const { rows: cut } = await client.query<{ id: number }>({
      name: "hours_cut",
      text: `select id from task where id >= $1 and id < $2 order by id offset ${TASKS_PER_RUN} limit 1`,
      values: [progress.counted_before, progress.bound],
    });
    const end = cut[0]?.id ?? progress.bound;
    await client.query({ ...COUNT_STATEMENT, values: [progress.counted_before, end] });
    return { more: cut.length > 0 };
  });
}

/**
 * $1 from this id, $2 up to before this one. Counts for each account and for everybody; gold tasks are no
 * customer's.
 */
const COUNT_STATEMENT = {
  name: "count_hours",
  text: `
with ended as materialized (
  select account_id, kind, ${ENDED_TASK} from task where id >= $1::bigint and id < $2::bigint
    and ${PAID_TASK} and account_id <> ${PLATFORM_ACCOUNTS.gold}
),
part as materialized (
  select account_id, kind, hour, answered, unsolved, spent, charged, step from ended
  union all
  select ${EVERYBODY}, kind, hour, answered, unsolved, spent, charged, step from ended
),
counted as (
  insert into task_hour as h (account_id, hour, kind, answered, unsolved, spent_micros, charged)
  select account_id, hour, kind, sum(answered), sum(unsolved), sum(spent), sum(charged) from part
  group by account_id, hour, kind having sum(answered + unsolved) > 0
  order by account_id, hour, kind
  on conflict (account_id, hour, kind) do update set answered = h.answered + excluded.answered,
    unsolved = h.unsolved + excluded.unsolved, spent_micros = h.spent_micros + excluded.spent_micros,
    charged = h.charged + excluded.charged
),
timed as (
  insert into solve_time_hour as s (account_id, hour, kind, step, answers)
  select account_id, hour, kind, step, count(*) from part where step is not null
  group by account_id, hour, kind, step order by account_id, hour, kind, step
  on conflict (account_id, hour, kind, step) do update set answers = s.answers + excluded.answers
)
update task_hour_progress set counted_before = $2`,
} as const;
