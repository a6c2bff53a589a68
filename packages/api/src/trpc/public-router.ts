import { publicPrices } from "@sightline/domain/prices/public-prices";
import { t } from "./init";
import { publicProcedure } from "./procedures";

export const publicRouter = t.router({
  /** What each kind costs now; workers' shares are not public. */
  prices: publicProcedure.query(({ ctx }) => publicPrices(ctx.domain)),
});
