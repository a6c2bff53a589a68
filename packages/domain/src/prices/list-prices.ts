import type { KindPriceRow } from "@sightline/contract/prices";
import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";

/** What each kind costs and pays now, and what it will. */
export function listPrices(ctx: Pick<DomainContext, "prices">): KindPriceRow[] {
  return TASK_KIND_NAMES.map((kind) => {
    const price = ctx.prices.of(kind);
    return {
      kind,
      rateMicros: price.priceMicros,
      priceMicros: price.tablePriceMicros,
      rateMinMicros: price.rateMinMicros,
      rateMaxMicros: price.rateMaxMicros,
      workerShareBasisPoints: price.workerShareBasisPoints,
      packageShareBasisPoints: price.packageShareBasisPoints,
      coming: ctx.prices.comingOf(kind),
    };
  });
}
