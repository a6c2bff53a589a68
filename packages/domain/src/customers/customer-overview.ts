import type { CustomerOverview } from "@sightline/contract/customer";
import { percentileMs } from "@sightline/contract/figures";
import type { DomainContext } from "../context";
import { HOUR_MS } from "../figures/hour-sql";
import { readHours } from "../figures/read-hours";

const HOURS = 24;

/** A customer's money, what is open now, and what became of the tasks sent in this hour and the 23 before. */
export async function customerOverview(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<CustomerOverview> {
  const fromHour = Math.floor(ctx.clock.nowMs() / HOUR_MS) - HOURS + 1;
  const [now, bars] = await Promise.all([
    ctx.pool.query<NowRow>({ ...NOW_STATEMENT, values: [accountId] }),
    readHours(ctx, { accountId, fromHour, hoursPerBar: HOURS }),
  ]);
  const row = now.rows[0];
  if (row === undefined) throw new Error("a customer without an account row");
  const { kinds = [], steps = [] } = bars.get(0) ?? {};
  return {
    availableMicros: row.available_micros,
    heldMicros: row.held_micros,
    queued: row.queued,
    beingSolved: row.being_solved,
    answered24h: kinds.reduce((sum, { answered }) => sum + answered, 0),
    unsolved24h: kinds.reduce((sum, { unsolved }) => sum + unsolved, 0),
    spent24hMicros: kinds.reduce((sum, { spentMicros }) => sum + spentMicros, 0),
    solveP50Ms: percentileMs(steps, 0.5),
    solveP95Ms: percentileMs(steps, 0.95),
  };
}

interface NowRow {
  available_micros: number;
  held_micros: number;
  queued: number;
  being_solved: number;
}

/** $1 account. States are numbered in tasks/states.ts. */
const NOW_STATEMENT = {
  name: "customer_now",
  text: `
select a.available_micros, a.held_micros, open.queued, open.being_solved
from account a,
  lateral (
    select (count(*) filter (where state in (0, 1)))::int as queued,
      (count(*) filter (where state in (2, 3)))::int as being_solved
    from open_task where account_id = a.id
  ) open
where a.id = $1`,
} as const;
