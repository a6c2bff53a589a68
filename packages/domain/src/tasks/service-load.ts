import { TASK_KIND_NAMES, TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { countWorkers } from "../dispatch/count-workers";
import { STATES } from "./states";

export interface ServiceLoad {
  /** Workers of all processes who have nothing to do. */
  idleWorkers: number;
  /** How many workers are busy, in percent; 100 when nobody is there. */
  loadPercent: number;
  kinds: KindLoad[];
}

export interface KindLoad {
  kind: TaskKind;
  /** Tasks of everybody that no worker holds yet, counted up to a thousand. */
  queued: number;
  /** What a task accepted now costs. */
  rateMicros: number;
  /** From submission to answer, over the latest tasks of the hour; null when there are none. */
  meanSeconds: number | null;
}

const LATEST = 2_000;
const LATEST_MS = 3_600_000;
const QUEUED_MAX = 1_000;

/** How busy the service is, with figures for each kind: two bounded reads. */
export async function readServiceLoad(
  ctx: Pick<DomainContext, "pool" | "floor" | "ids" | "prices" | "clock">,
): Promise<ServiceLoad> {
  const [{ workers, idle }, figures] = await Promise.all([countWorkers(ctx), readKinds(ctx)]);
  return {
    idleWorkers: idle,
    loadPercent: workers === 0 ? 100 : Math.round(((workers - idle) / workers) * 100),
    kinds: TASK_KIND_NAMES.map((kind) => {
      const { queued = 0, seconds = null } = figures.get(TASK_KINDS[kind].number) ?? {};
      return {
        kind,
        queued,
        rateMicros: ctx.prices.of(kind).priceMicros,
        meanSeconds: seconds,
      };
    }),
  };
}

async function readKinds(
  ctx: Pick<DomainContext, "pool" | "clock">,
): Promise<Map<number, { queued: number; seconds: number | null }>> {
  const { rows } = await ctx.pool.query<{ kind: number; queued: number; seconds: number | null }>({
    name: "service_load_of_kinds",
    text: `
      select k.kind, latest.seconds, (select count(*)::int from (
          select from open_task o where o.kind = k.kind and o.state = ${STATES.queued} limit ${QUEUED_MAX}) q) as queued
      from unnest($1::smallint[]) k(kind)
      left join (
        select kind, round(avg(extract(epoch from finished_at - accepted_at)), 1)::float8 as seconds
        from (select kind, state, accepted_at, finished_at from task order by id desc limit ${LATEST}) t
        where state = ${STATES.answered} and finished_at > $2
        group by kind
      ) latest using (kind)`,
    values: [TASK_KIND_NAMES.map((kind) => TASK_KINDS[kind].number), new Date(ctx.clock.nowMs() - LATEST_MS)],
  });
  return new Map(rows.map(({ kind, queued, seconds }) => [kind, { queued, seconds }]));
}
