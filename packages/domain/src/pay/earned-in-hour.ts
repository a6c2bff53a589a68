import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type pg from "pg";
import { PAY_CODES, POSTINGS } from "../ledger/postings";
import { OTHER_CODES, TASK_LIFE_CODES } from "../ledger/task-life-codes";
import { STATES } from "../tasks/states";

const HOUR_MS = 3_600_000;
const LONGEST_LIFE_MS = Math.max(...Object.values(TASK_KINDS).map(({ lifetimeMs }) => lifetimeMs));
/** A task's own pay is found through the worker's tasks, what else pays a worker by its index. */
const OTHER_PAY_CODES = PAY_CODES.filter(
  (code) => code !== POSTINGS.floor_top_up.code && !(TASK_LIFE_CODES as readonly number[]).includes(code),
);

/** What a worker has earned by tasks that ended in an hour (hours since 1970), without what the floor adds. */
export async function earnedInHour(
  client: Pick<pg.ClientBase, "query">,
  { workerId, hour }: { workerId: number; hour: number },
): Promise<number> {
  const fromMs = hour * HOUR_MS;
  const { rows } = await client.query<{ earned: number }>({
    name: "earned_in_hour",
    text: `select (
             coalesce((select sum(share_micros) from task where worker_id = $1 and id >= $2 and id < $3
               and answers_count is null
               and finished_at >= $4 and finished_at < $5 and (state = ${STATES.answered} or reason = 3)), 0)
             + coalesce((select sum(k.share_micros) from task_answer a join task k on k.id = a.task_id
               where a.worker_id = $1 and a.task_id >= $2 and a.task_id < $3 and k.id >= $2 and k.id < $3
               and k.finished_at >= $4 and k.finished_at < $5 and k.state = ${STATES.answered}), 0)
             + coalesce((select sum(micros) from transfer where credit_id = $1 and cause_id >= $2 and cause_id < $3
               and code = any($6::smallint[]) and ${OTHER_CODES}), 0)
           )::bigint as earned`,
    values: [
      workerId,
      firstIdAt(fromMs - LONGEST_LIFE_MS),
      firstIdAt(fromMs + HOUR_MS),
      new Date(fromMs),
      new Date(fromMs + HOUR_MS),
      OTHER_PAY_CODES,
    ],
  });
  return rows[0]?.earned ?? 0;
}
