import type { Service } from "../maintenance/service";

/** What another process switched is known here within a second, whether or not its hint came. */
export const keepKindSwitches: Service = {
  name: "keep-kind-switches",
  everyMs: 1_000,
  async runOnce(ctx) {
    const before = ctx.kindSwitches.paused;
    await ctx.kindSwitches.load();
    if (ctx.kindSwitches.paused.size < before.size) ctx.floor.dispatcher.wake();
    return 0;
  },
};
