import type { Service } from "./service";

/** Prices that another process has set are in force here within this time, hint or no hint. */
export const loadPrices: Service = {
  name: "load-prices",
  everyMs: 1_000,
  async runOnce(ctx) {
    await ctx.prices.load();
    return 0;
  },
};
