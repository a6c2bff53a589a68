import type { Service } from "./service";

/** What was remembered for ten minutes goes a little later. */
export const sweepBadTargets: Service = {
  name: "sweep-bad-targets",
  everyMs: 60_000,
  async runOnce(ctx) {
    await ctx.pool.query("delete from bad_target where until_at <= $1", [new Date(ctx.clock.nowMs())]);
    return 0;
  },
};
