import type { Service } from "../maintenance/service";
import { markUnreadable } from "./mark-unreadable";

const DAY_MS = 24 * 3_600_000;
const MARKS_KEPT_MS = 30 * DAY_MS;
const BLOCKS_KEPT_MS = 90 * DAY_MS;
const SWEEP_MAX = 1_000;

/** What nobody could read is noted down, and blocks and refusals of all processes are known here. */
export const keepImageBlocks: Service = {
  name: "keep-image-blocks",
  everyMs: 1_000,
  async runOnce(ctx) {
    await markUnreadable(ctx);
    await ctx.imageBlocks.load();
    return 0;
  },
};

/** Marks are history for 30 days, blocks that are over for 90. */
export const sweepImageBlocks: Service = {
  name: "sweep-image-blocks",
  everyMs: 600_000,
  async runOnce(ctx) {
    const nowMs = ctx.clock.nowMs();
    await ctx.pool.query(
      `delete from image_mark where task_id in (select task_id from image_mark where ended_at < $1 limit ${SWEEP_MAX})`,
      [new Date(nowMs - MARKS_KEPT_MS)],
    );
    await ctx.pool.query(
      `delete from image_block where id in (
         select id from image_block where coalesce(lifted_at, ends_at) < $1 limit ${SWEEP_MAX})`,
      [new Date(nowMs - BLOCKS_KEPT_MS)],
    );
    return 0;
  },
};
