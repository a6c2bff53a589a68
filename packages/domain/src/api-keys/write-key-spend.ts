import type { DomainContext } from "../context";
import { BATCH_MAX } from "../maintenance/service";
import { dayOf } from "./key-budgets";

/**
 * Adds what this process's keys with a budget have spent since the last time, and learns what all processes together
 * have, in one statement; to be run each second. After a lost connection the same may be added twice, never too little.
 */
export async function writeKeySpend(
  ctx: Pick<DomainContext, "pool" | "clock" | "keyBudgets">,
): Promise<{ written: number }> {
  const today = dayOf(ctx.clock.nowMs());
  const spends = ctx.keyBudgets.takeUnwritten(BATCH_MAX);
  if (spends.length === 0) return { written: 0 };
  // By key and day, so that two processes never wait for each other in a ring.
  spends.sort((a, b) => a.keyId - b.keyId || a.day.localeCompare(b.day));
  try {
    const { rows } = await ctx.pool.query<{ id: number; day_micros: number; month_micros: number }>({
      ...WRITE_STATEMENT,
      values: [
        spends.map(({ keyId }) => keyId),
        spends.map(({ day }) => day),
        spends.map(({ micros }) => micros),
        today,
      ],
    });
    for (const { id, day_micros, month_micros } of rows)
      ctx.keyBudgets.learn(id, { day: today, dayMicros: day_micros, monthMicros: month_micros });
  } catch (error) {
    ctx.keyBudgets.putBack(spends);
    throw error;
  }
  return { written: spends.length };
}

/**
 * The rows of this statement's own write are not in its snapshot: they are put in the place of those that are.
 * Locks the keys' rows of the day, in order.
 */
const WRITE_STATEMENT = {
  name: "write_key_spend",
  text: `
with added as (
  insert into key_spend as s (key_id, day, micros)
  select * from unnest($1::int[], $2::date[], $3::bigint[])
  on conflict (key_id, day) do update set micros = s.micros + excluded.micros
  returning key_id, day, micros
),
month as (
  select key_id, day, micros from added
  union all
  select s.key_id, s.day, s.micros from key_spend s
  where s.key_id = any($1::int[]) and s.day >= date_trunc('month', $4::date)::date
    and not exists (select from added a where a.key_id = s.key_id and a.day = s.day)
)
select key_id as id, coalesce(sum(micros) filter (where day = $4::date), 0)::bigint as day_micros,
  coalesce(sum(micros) filter (where day >= date_trunc('month', $4::date)::date), 0)::bigint as month_micros
from month group by key_id`,
} as const;
