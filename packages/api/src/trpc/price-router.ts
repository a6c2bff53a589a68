import { setMaximumRateSchema, setPriceSchema } from "@sightline/contract/prices";
import { customerRates } from "@sightline/domain/prices/customer-rates";
import { listPrices } from "@sightline/domain/prices/list-prices";
import { priceHistory } from "@sightline/domain/prices/price-history";
import { setMaximumRate } from "@sightline/domain/prices/set-maximum-rate";
import { setPrice } from "@sightline/domain/prices/set-price";
import { t } from "./init";
import { customerProcedure, staffProcedure } from "./procedures";

/** What tasks cost: staff set it, customers say what they would pay at most. */
export const priceRouter = t.router({
  list: staffProcedure("prices").query(({ ctx }) => listPrices(ctx.domain)),

  history: staffProcedure("prices").query(({ ctx }) => priceHistory(ctx.domain)),

  set: staffProcedure("prices")
    .input(setPriceSchema)
    .mutation(({ ctx, input }) => setPrice(ctx.domain, { ...input, changedBy: ctx.actor.accountId })),

  rates: customerProcedure("money").query(({ ctx }) => customerRates(ctx.domain, ctx.actor.accountId)),

  setMaximumRate: customerProcedure("money")
    .input(setMaximumRateSchema)
    .mutation(({ ctx, input }) => setMaximumRate(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
