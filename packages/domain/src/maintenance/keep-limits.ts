import { recordKeyUse } from "../api-keys/record-key-use";
import { exchangeCounts, sweepTallies } from "../limits/exchange-counts";
import { exchangeLimits } from "../limits/exchange-limits";
import { sweepBans } from "../limits/sweep-bans";
import { sweepExactLimits } from "../limits/sweep-exact-limits";
import type { Service } from "./service";

const ALONE_MS = 1_000;

/**
 * What is counted in one process counts in all within half a second, and so do bans, which survive a restart. A
 * process that is alone shares no counts, and looks for bans each second.
 */
export function exchangeLimitsService(): Service {
  let readUpToMs = 0;
  let countsReadUpTo = 0;
  return {
    name: "exchange-limits",
    everyMs: 250,
    async runOnce(ctx) {
      const startedMs = ctx.clock.nowMs();
      if (ctx.hints.hasPeers) countsReadUpTo = (await exchangeCounts(ctx, countsReadUpTo)).readUpTo;
      else ctx.limits.tallies.forgetOwn();
      if (!ctx.hints.hasPeers && startedMs < readUpToMs + ALONE_MS) return 0;
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
    await sweepTallies(ctx);
    await sweepBans(ctx);
    return 0;
  },
};
