import { recordKeyUse } from "../api-keys/record-key-use";
import { exchangeLimits } from "../limits/exchange-limits";
import { sweepExactLimits } from "../limits/sweep-exact-limits";
import type { Service } from "./service";

/** Bans that start in one process hold in all within a second, and survive a restart. */
export function exchangeLimitsService(): Service {
  let readUpToMs = 0;
  return {
    name: "exchange-limits",
    everyMs: 1_000,
    async runOnce(ctx) {
      const startedMs = ctx.clock.nowMs();
      const { written, adopted } = await exchangeLimits(ctx, readUpToMs);
      readUpToMs = startedMs;
      return written + adopted;
    },
  };
}

export const recordKeyUseService: Service = {
  name: "record-key-use",
  everyMs: 5_000,
  runOnce: async (ctx) => (await recordKeyUse(ctx)).written,
};

export const sweepLimits: Service = {
  name: "sweep-limits",
  everyMs: 60_000,
  async runOnce(ctx) {
    await sweepExactLimits(ctx);
    return 0;
  },
};
