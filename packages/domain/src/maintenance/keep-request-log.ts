import { dropPartitions } from "@sightline/db/partitions";
import { sweepRequests } from "../request-log/sweep-requests";
import { writeRequests } from "../request-log/write-requests";
import { BATCH_MAX, type Service } from "./service";

const DAY_MS = 86_400_000;

/** Every second what was called, so that a live log is live; again at once while more waits. */
export const writeRequestLog: Service = {
  name: "write-request-log",
  everyMs: 1_000,
  async runOnce(ctx) {
    const { written, more } = await writeRequests(ctx);
    return more ? BATCH_MAX : written;
  },
};

/** Days of the request log that nobody may see any more are dropped whole. */
export const dropOldRequests: Service = {
  name: "drop-old-requests",
  everyMs: 3_600_000,
  async runOnce(ctx) {
    const keepMs = Math.max(ctx.requestLog.days, 1) * DAY_MS;
    const { dropped } = await dropPartitions(ctx.pool, "request_log", ctx.clock.nowMs() - keepMs);
    return dropped;
  },
};

/** Calls of accounts that want them kept for a shorter time, each minute: who has just shortened it waits no longer. */
export const sweepRequestsService: Service = {
  name: "sweep-requests",
  everyMs: 60_000,
  runOnce: sweepRequests,
};
