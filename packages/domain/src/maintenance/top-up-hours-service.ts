import { topUpHours } from "../pay/top-up-hours";
import type { Service } from "./service";

/** Hours of active time are settled soon after they are over. */
export const topUpHoursService: Service = {
  name: "top-up-hours",
  everyMs: 30_000,
  runOnce: (ctx) => topUpHours(ctx),
};
