import type { CustomerOverview } from "@sightline/contract/customer";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";

const DAY_MS = 24 * 3_600_000;

/**
 * A customer's money, what is open now, and what was accepted in the last 24 hours. Ids are time-ordered, so the
 * day is a range of the index on account and id. The two percentiles look at the latest 10,000 answers.
 */
export async function customerOverview(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<CustomerOverview> {
  const { rows } = await ctx.pool.query<Row>({
    ...OVERVIEW_STATEMENT,
    values: [accountId, firstIdAt(ctx.clock.nowMs() - DAY_MS)],
  });
  const row = rows[0];
  if (row === undefined) throw new Error("a customer without an account row");
  return {
    availableMicros: row.available_micros,
    heldMicros: row.held_micros,
    queued: row.queued,
    beingSolved: row.being_solved,
    answered24h: row.answered,
    unsolved24h: row.unsolved,
    spent24hMicros: row.spent_micros,
    solveP50Ms: row.solve_ms && Math.round(row.solve_ms[0]),
    solveP95Ms: row.solve_ms && Math.round(row.solve_ms[1]),
  };
}

interface Row {
  available_micros: number;
  held_micros: number;
  queued: number;
  being_solved: number;
  answered: number;
  unsolved: number;
  spent_micros: number;
  solve_ms: [p50: number, p95: number] | null;
}

/** $1 account, $2 first id of the day. States are numbered in tasks/states.ts. */
const OVERVIEW_STATEMENT = {
  name: "customer_overview",
  text: `
select a.available_micros, a.held_micros, open.queued, open.being_solved, day.answered, day.unsolved, day.spent_micros,
  speed.solve_ms
from account a,
  lateral (
    select (count(*) filter (where state in (0, 1)))::int as queued,
      (count(*) filter (where state in (2, 3)))::int as being_solved
    from open_task where account_id = a.id
  ) open,
  lateral (
    select (count(*) filter (where state = 4))::int as answered,
      (count(*) filter (where state = 5))::int as unsolved,
      coalesce(sum(price_micros) filter (where state = 4), 0)::bigint as spent_micros
    from task where account_id = a.id and id >= $2
  ) day,
  lateral (
    select percentile_cont(array[0.5, 0.95]) within group (order by ms) as solve_ms
    from (
      select extract(epoch from finished_at - accepted_at)::float8 * 1000 as ms
      from task where account_id = a.id and id >= $2 and state = 4
      order by id desc limit 10000
    ) latest
  ) speed
where a.id = $1`,
} as const;
