import { countHours } from "../figures/count-hours";
import { sweepHours } from "../figures/sweep-hours";
import { BATCH_MAX, type Service } from "./service";

/** Ended tasks go into the figures of their hour a few minutes after they came. */
export const countHoursService: Service = {
  name: "count-hours",
  everyMs: 10_000,
  runOnce: async (ctx) => ((await countHours(ctx)).more ? BATCH_MAX : 0),
};

export const sweepHoursService: Service = {
  name: "sweep-hours",
  everyMs: 3_600_000,
  runOnce: async (ctx) => (await sweepHours(ctx)).deleted,
};
