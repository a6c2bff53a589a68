import type { FloorView } from "@sightline/contract/staff";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { countWorkers } from "../dispatch/count-workers";
import { ledgerDifference } from "../ledger/view-proof";
import { findAlarms } from "../uptime/find-alarms";
import { listOpenTasks } from "./list-open-tasks";

const RECENT_MS = 600_000;
const LONGEST_LIFE_MS = Math.max(...Object.values(TASK_KINDS).map(({ lifetimeMs }) => lifetimeMs));

/**
 * The live queue: what is open now, what ended in the last ten minutes, who is at work at all processes, and whether the
 * held money equals the open tasks.
 */
export async function viewFloor(ctx: DomainContext): Promise<FloorView> {
  const [kinds, rows, ledgerDifferenceMicros, { workers: connected, idle }] = await Promise.all([
    readKinds(ctx),
    listOpenTasks(ctx),
    ledgerDifference(ctx),
    countWorkers(ctx),
  ]);
  // A task that is assigned is on one worker's screen, whichever process it hangs on.
  const working = kinds.reduce((sum, { assigned }) => sum + assigned, 0);
  const floor = { kinds, rows, workers: { connected, idle, working }, ledgerDifferenceMicros };
  return { ...floor, alarms: findAlarms(floor) };
}

async function readKinds(ctx: Pick<DomainContext, "pool" | "clock">): Promise<FloorView["kinds"]> {
  const nowMs = ctx.clock.nowMs();
  const { rows } = await ctx.pool.query<Row>({
    ...KINDS_STATEMENT,
    values: [
      Object.values(TASK_KINDS).map(({ number }) => number),
      firstIdAt(nowMs - RECENT_MS - LONGEST_LIFE_MS),
      new Date(nowMs - RECENT_MS),
    ],
  });
  const byNumber = new Map(rows.map((row) => [row.kind, row]));
  return (Object.entries(TASK_KINDS) as [TaskKind, { number: number }][]).flatMap(([kind, { number }]) => {
    const row = byNumber.get(number);
    return row === undefined ? [] : [toKindView(kind, row, nowMs)];
  });
}

function toKindView(kind: TaskKind, row: Row, nowMs: number): FloorView["kinds"][number] {
  return {
    kind,
    queued: row.queued,
    reserved: row.reserved,
    assigned: row.assigned,
    given: row.given,
    oldestQueuedMs: row.oldest_queued && Math.max(0, nowMs - row.oldest_queued.getTime()),
    answered10min: row.answered,
    unsolved10min: row.unsolved,
    solveP50Ms: row.solve_ms && Math.round(row.solve_ms[0]),
    solveP95Ms: row.solve_ms && Math.round(row.solve_ms[1]),
  };
}

interface Row {
  kind: number;
  queued: number;
  reserved: number;
  assigned: number;
  given: number;
  oldest_queued: Date | null;
  answered: number;
  unsolved: number;
  solve_ms: [p50: number, p95: number] | null;
}

/** $1 kinds, $2 first id that can have ended recently, $3 since when. States are numbered in tasks/states.ts. */
const KINDS_STATEMENT = {
  name: "view_floor_kinds",
  text: `
with open as (
  select kind, (count(*) filter (where state = 0))::int as queued, (count(*) filter (where state = 1))::int as reserved,
    (count(*) filter (where state = 2))::int as assigned, (count(*) filter (where state = 3))::int as given,
    min(accepted_at) filter (where state = 0) as oldest_queued
  from open_task group by kind
), ended as (
  select kind, (count(*) filter (where state = 4))::int as answered, (count(*) filter (where state = 5))::int as unsolved,
    percentile_cont(array[0.5, 0.95]) within group (order by extract(epoch from finished_at - accepted_at)::float8 * 1000)
      filter (where state = 4) as solve_ms
  from task where id >= $2 and finished_at >= $3 group by kind
)
select k.kind, coalesce(queued, 0) as queued, coalesce(reserved, 0) as reserved, coalesce(assigned, 0) as assigned,
  coalesce(given, 0) as given, oldest_queued, coalesce(answered, 0) as answered, coalesce(unsolved, 0) as unsolved, solve_ms
from unnest($1::smallint[]) k(kind)
left join open on open.kind = k.kind
left join ended on ended.kind = k.kind`,
} as const;
