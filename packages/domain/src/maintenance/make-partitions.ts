import { PARTITION_DAYS_AHEAD } from "@sightline/db/migrate";
import { ensurePartitions } from "@sightline/db/partitions";
import type { Service } from "./service";

const DAY_MS = 86_400_000;

/** Partitions are made a week ahead, so that a day without this service is no accident. */
export const makePartitions: Service = {
  name: "make-partitions",
  everyMs: 3_600_000,
  async runOnce(ctx) {
    const nowMs = ctx.clock.nowMs();
    const { made } = await ensurePartitions(ctx.pool, nowMs, nowMs + PARTITION_DAYS_AHEAD * DAY_MS);
    return made;
  },
};
