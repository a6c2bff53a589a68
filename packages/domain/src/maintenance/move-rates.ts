import type { TaskKind } from "@sightline/contract/task-kinds";
import { TASK_KIND_NAMES, TASK_KINDS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { countWorkers } from "../dispatch/count-workers";
import { nextRate } from "../prices/next-rate";
import { STATES } from "../tasks/states";
import type { Service } from "./service";

const EVERY_MS = 2_000;
/** More that wait make no difference to the rate. */
const QUEUED_MAX = 1_000;

/**
 * Moves the rates of kinds whose bounds leave them room, by the workers of all processes: whoever comes first after
 * EVERY_MS moves a rate, by compare-and-set on the time at which it was moved last.
 */
export const moveRates: Service = {
  name: "move-rates",
  everyMs: EVERY_MS,
  async runOnce(ctx) {
    const movable = TASK_KIND_NAMES.filter((kind) => {
      const { rateMinMicros, rateMaxMicros } = ctx.prices.of(kind);
      return rateMinMicros < rateMaxMicros;
    });
    if (movable.length === 0) return 0;
    const { idle: idleWorkers } = await countWorkers(ctx);
    const queued = await countQueued(ctx, movable);
    let moved = 0;
    for (const kind of movable)
      moved += await moveRate(ctx, kind, { idleWorkers, queued: queued.get(kind) ?? 0 });
    if (moved > 0) {
      await ctx.prices.load();
      ctx.hints.changed("prices");
    }
    return 0;
  },
};

async function countQueued(
  ctx: Pick<DomainContext, "pool">,
  kinds: readonly TaskKind[],
): Promise<Map<TaskKind, number>> {
  const { rows } = await ctx.pool.query<{ kind: number; queued: number }>({
    name: "queued_of_kinds",
    text: `select k.kind, (select count(*)::int from (
               select from open_task o where o.kind = k.kind and o.state = ${STATES.queued} limit ${QUEUED_MAX}) q) as queued
           from unnest($1::smallint[]) k(kind)`,
    values: [kinds.map((kind) => TASK_KINDS[kind].number)],
  });
  const byNumber = new Map(rows.map((row) => [row.kind, row.queued]));
  return new Map(kinds.map((kind) => [kind, byNumber.get(TASK_KINDS[kind].number) ?? 0]));
}

async function moveRate(
  ctx: DomainContext,
  kind: TaskKind,
  { idleWorkers, queued }: { idleWorkers: number; queued: number },
): Promise<number> {
  const { priceMicros, ...price } = ctx.prices.of(kind);
  const rateMicros = nextRate({ ...price, rateMicros: priceMicros, queued, idleWorkers });
  const { rowCount } = await ctx.pool.query({
    name: "move_rate",
    text: `insert into kind_rate as r (kind, rate_micros, queued, idle_workers, computed_at)
           values ($1, $2, $3, $4, $5)
           on conflict (kind) do update set rate_micros = excluded.rate_micros, queued = excluded.queued,
             idle_workers = excluded.idle_workers, computed_at = excluded.computed_at
             where r.computed_at <= $6`,
    values: [
      TASK_KINDS[kind].number,
      rateMicros,
      queued,
      idleWorkers,
      new Date(ctx.clock.nowMs()),
      new Date(ctx.clock.nowMs() - EVERY_MS / 2),
    ],
  });
  return rowCount ?? 0;
}
