import type { KindPriceRow } from "@sightline/contract/staff";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";

/** What each kind costs now, and the worker's part of it. */
export function listPrices(ctx: Pick<DomainContext, "prices">): KindPriceRow[] {
  return (Object.keys(TASK_KINDS) as TaskKind[]).map((kind) => {
    const { priceMicros, workerShareBasisPoints } = ctx.prices.of(kind);
    return { kind, priceMicros, workerShareBasisPoints };
  });
}
