import { countActiveTime } from "../pay/count-active-time";
import type { Service } from "./service";

/** Each process counts the active time of the workers that sit in it. */
export function countActiveTimeService(): Service {
  let lastMs: number | null = null;
  return {
    name: "count-active-time",
    everyMs: 5_000,
    async runOnce(ctx) {
      const nowMs = ctx.clock.nowMs();
      const elapsedMs = lastMs === null ? 0 : Math.max(0, nowMs - lastMs);
      lastMs = nowMs;
      if (elapsedMs > 0) await countActiveTime(ctx, elapsedMs);
      return 0;
    },
  };
}
