import type { CustomerRateRow } from "@sightline/contract/prices";
import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";

/** What each kind costs now, and the most that this customer wants to pay for it. */
export async function customerRates(
  ctx: Pick<DomainContext, "prices" | "terms">,
  accountId: number,
): Promise<CustomerRateRow[]> {
  const { maximumMicros } = await ctx.terms.of(accountId);
  return TASK_KIND_NAMES.map((kind) => {
    const { priceMicros, tablePriceMicros, rateMinMicros, rateMaxMicros } = ctx.prices.of(kind);
    return {
      kind,
      rateMicros: priceMicros,
      tablePriceMicros,
      rateMinMicros,
      rateMaxMicros,
      maximumMicros: maximumMicros.get(kind) ?? null,
    };
  });
}
