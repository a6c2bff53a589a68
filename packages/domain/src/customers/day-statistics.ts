import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { STATES } from "../tasks/states";

export interface HourStatistics {
  /** 0 to 23, UTC. */
  hour: number;
  answered: number;
  chargedMicros: number;
}

const DAY_MS = 24 * 3_600_000;
/** An account with more tasks on one day gets the figures of its first ones. */
const TASKS_COUNTED_MAX = 500_000;

/** What an account had answered of the tasks it submitted on one day; hours without any are left out. */
export async function readDayStatistics(
  ctx: Pick<DomainContext, "pool">,
  { accountId, dayStartMs }: { accountId: number; dayStartMs: number },
): Promise<HourStatistics[]> {
  const { rows } = await ctx.pool.query<{ hour: number; answered: number; charged: number }>({
    name: "day_statistics",
    text: `
      select extract(hour from accepted_at at time zone 'UTC')::int as hour, count(*)::int as answered,
        sum(price_micros)::bigint as charged
      from (
        select accepted_at, price_micros, state from task
        where account_id = $1::int and id >= $2::bigint and id < $3::bigint limit ${TASKS_COUNTED_MAX}
      ) t where state = ${STATES.answered}
      group by 1 order by 1`,
    values: [accountId, firstIdAt(dayStartMs), firstIdAt(dayStartMs + DAY_MS)],
  });
  return rows.map(({ hour, answered, charged }) => ({ hour, answered, chargedMicros: charged }));
}
