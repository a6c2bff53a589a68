import type { FloorFigures } from "@sightline/contract/work";
import type { Pool } from "@sightline/db/database";
import { firstIdAt } from "@sightline/db/task-id";
import { STATES } from "../tasks/states";

const DAY_MS = 86_400_000;
/** Beyond this many queued tasks nobody needs the exact number. */
export const QUEUE_COUNT_MAX = 10_000;

/** The quiet line of the work screen for one worker; "today" is the day in UTC. */
export async function readWorkerFigures(pool: Pool, workerId: number, nowMs: number): Promise<FloorFigures> {
  const dayStartMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const { rows } = await pool.query<{
    queued: number;
    pending: number;
    today: number;
    answered: number;
  }>({
    name: "worker_figures",
    text: `
      select
        (select count(*) from (select from open_task where state = ${STATES.queued} limit ${QUEUE_COUNT_MAX}) q)::int as queued,
        coalesce((select pending_micros from account where id = $1::int), 0) as pending,
        coalesce(sum(share_micros), 0)::bigint as today,
        count(*)::int as answered
      from (
        select share_micros from task
        where worker_id = $1::int and state = ${STATES.answered} and id >= $2::bigint and answers_count is null
          and finished_at >= $3::timestamptz
        union all
        select k.share_micros from task_answer a join task k on k.id = a.task_id
        where a.worker_id = $1::int and a.task_id >= $2::bigint and k.id >= $2::bigint
          and k.finished_at >= $3::timestamptz
      ) done`,
    values: [workerId, firstIdAt(dayStartMs - DAY_MS), new Date(dayStartMs)],
  });
  const row = rows[0];
  return {
    queued: row?.queued ?? 0,
    pendingMicros: row?.pending ?? 0,
    todayMicros: row?.today ?? 0,
    answeredToday: row?.answered ?? 0,
  };
}
