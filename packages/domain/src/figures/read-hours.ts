import { TASK_KINDS, type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { ENDED_TASK, HOUR_MS, PAID_TASK } from "./hour-sql";

/** What became of the tasks of one bar, a kind at a time, and how long answers took. */
export interface HourBar {
  kinds: { kind: TaskKind; answered: number; unsolved: number; spentMicros: number }[];
  steps: { step: number; answers: number }[];
}

export interface HoursWanted {
  accountId: number;
  /** Hours since 1970. */
  fromHour: number;
  hoursPerBar: number;
  kind?: TaskKind | undefined;
}

/**
 * An account's figures from an hour on, by bar; bars without tasks are left out. What is not counted yet is added from
 * the tasks: those of the last minutes, and whatever came after the oldest open one.
 */
export async function readHours(
  ctx: Pick<DomainContext, "pool">,
  { accountId, fromHour, hoursPerBar, kind }: HoursWanted,
): Promise<Map<number, HourBar>> {
  const { rows } = await ctx.pool.query<Row>({
    ...HOURS_STATEMENT,
    values: [
      accountId,
      fromHour,
      hoursPerBar,
      // An id may be a little older than its acceptance.
      Math.max(0, firstIdAt(fromHour * HOUR_MS - EARLY_MS)),
      kind === undefined ? null : TASK_KINDS[kind].number,
    ],
  });
  const bars = new Map<number, HourBar>();
  for (const row of rows) {
    const bar = bars.get(row.bar) ?? { kinds: [], steps: [] };
    bars.set(row.bar, bar);
    if (row.step === null) {
      const { answered, unsolved, spent_micros } = row;
      bar.kinds.push({ kind: taskKindOf(row.kind), answered, unsolved, spentMicros: spent_micros });
    } else bar.steps.push({ step: row.step, answers: row.answered });
  }
  return bars;
}

const EARLY_MS = 120_000;

interface Row {
  bar: number;
  kind: number;
  step: number | null;
  answered: number;
  unsolved: number;
  spent_micros: number;
}

/**
 * $1 account, $2 from this hour, $3 hours a bar, $4 first id of that hour, $5 kind or null. Rows with a step count the
 * answers of it; the others are counts by kind. Hours by their primary keys, young tasks by task_account_idx.
 */
export const HOURS_STATEMENT = {
  name: "read_hours",
  text: `
with young as materialized (
  select kind, ${ENDED_TASK} from task
  where account_id = $1::int and id >= greatest($4::bigint, (select counted_before from task_hour_progress))
    and ${PAID_TASK} and ($5::smallint is null or kind = $5)
)
select (hour - $2::int) / $3::int as bar, kind, null::smallint as step, sum(answered)::int as answered,
  sum(unsolved)::int as unsolved, sum(spent)::bigint as spent_micros
from (
  select hour, kind, answered, unsolved, spent_micros as spent from task_hour
  where account_id = $1 and hour >= $2 and ($5::smallint is null or kind = $5)
  union all
  select hour, kind, answered, unsolved, spent from young where hour >= $2 and answered + unsolved > 0
) c group by 1, 2
union all
select (hour - $2::int) / $3::int, null, step, sum(answers)::int, 0, 0
from (
  select hour, step, answers from solve_time_hour
  where account_id = $1 and hour >= $2 and ($5::smallint is null or kind = $5)
  union all
  select hour, step, 1 from young where hour >= $2 and step is not null
) s group by 1, step
order by bar, kind, step`,
} as const;
