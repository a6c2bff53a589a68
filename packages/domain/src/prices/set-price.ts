import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";

/**
 * Sets what a kind costs and the worker's part of it, from now on. Tasks that are open keep the price at which they
 * were accepted. Range errors are refused by the table's checks.
 */
export async function setPrice(
  ctx: DomainContext,
  change: { kind: TaskKind; priceMicros: number; workerShareBasisPoints: number; changedBy: number },
): Promise<void> {
  await ctx.pool.query(
    `insert into kind_price (kind, effective_from, price_micros, rate_min_micros, rate_max_micros,
       worker_share_basis_points, package_share_basis_points, changed_at, changed_by)
     values ($1, $4, $2, $2, $2, $3, $3, $4, $5)
     on conflict (kind, effective_from) do update set price_micros = excluded.price_micros,
       rate_min_micros = excluded.rate_min_micros, rate_max_micros = excluded.rate_max_micros,
       worker_share_basis_points = excluded.worker_share_basis_points,
       package_share_basis_points = excluded.package_share_basis_points, changed_by = excluded.changed_by`,
    [
      TASK_KINDS[change.kind].number,
      change.priceMicros,
      change.workerShareBasisPoints,
      new Date(ctx.clock.nowMs()),
      change.changedBy,
    ],
  );
  await ctx.prices.load();
  ctx.hints.changed("prices");
}
