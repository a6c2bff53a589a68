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
    `update kind_price set price_micros = $2, worker_share_basis_points = $3, changed_at = $4, changed_by = $5
     where kind = $1`,
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
