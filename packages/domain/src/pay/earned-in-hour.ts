import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type pg from "pg";
import { PAY_CODES, POSTINGS } from "../ledger/postings";
import { OTHER_CODES } from "../ledger/task-life-codes";

const HOUR_MS = 3_600_000;
const LONGEST_LIFE_MS = Math.max(...Object.values(TASK_KINDS).map(({ lifetimeMs }) => lifetimeMs));
const EARNED_CODES = PAY_CODES.filter((code) => code !== POSTINGS.floor_top_up.code);

/**
 * What a worker has earned in an hour (hours since 1970), without what the floor adds: by tasks that ended in it, found
 * through the worker's tasks and answers, and by whatever else than a task has paid them in it.
 */
export async function earnedInHour(
  client: Pick<pg.ClientBase, "query">,
  { workerId, hour }: { workerId: number; hour: number },
): Promise<number> {
  const fromMs = hour * HOUR_MS;
  const { rows } = await client.query<{ earned: number }>({
    name: "earned_in_hour",
    text: `
      with ended as materialized (
        select id from task where worker_id = $1 and id >= $2 and id < $3 and finished_at >= $4 and finished_at < $5
        union
        select k.id from task_answer a join task k on k.id = a.task_id and k.id >= $2 and k.id < $3
        where a.worker_id = $1 and a.task_id >= $2 and a.task_id < $3 and k.finished_at >= $4 and k.finished_at < $5
      ),
      pay as (
        select t.cause_id, t.line, t.micros from ended e join transfer t on t.cause_id = e.id
        where t.cause_id >= $2 and t.cause_id < $3 and t.credit_id = $1 and t.code = any($6::smallint[])
        union
        select cause_id, line, micros from transfer t
        where credit_id = $1 and cause_id >= $7 and cause_id < $3 and code = any($6::smallint[]) and ${OTHER_CODES}
          and (code = ${POSTINGS.content_pay.code}
            or not exists (select from task k where k.id = t.cause_id and k.id >= $7 and k.id < $3))
      )
      select coalesce(sum(micros), 0)::bigint as earned from pay`,
    values: [
      workerId,
      firstIdAt(fromMs - LONGEST_LIFE_MS),
      firstIdAt(fromMs + HOUR_MS),
      new Date(fromMs),
      new Date(fromMs + HOUR_MS),
      EARNED_CODES,
      firstIdAt(fromMs),
    ],
  });
  return rows[0]?.earned ?? 0;
}
