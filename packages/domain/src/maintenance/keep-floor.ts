import { expectedWaits } from "../dispatch/arrivals";
import { sayWorkers } from "../dispatch/count-workers";
import { seatStandings } from "../dispatch/seat-standings";
import { QUEUE_COUNT_MAX } from "../dispatch/worker-figures";
import { STATES } from "../tasks/states";
import type { Service } from "./service";

/** How often a screen with a slow connection is told the figures. */
const SELDOM_MS = 60_000;

/** The slow tick of dispatch: seats in line with the table, and a look at the whole queue, whatever was heard. */
export const correctSeats: Service = {
  name: "correct-seats",
  everyMs: 1_000,
  async runOnce(ctx) {
    await ctx.floor.correctSeats();
    ctx.floor.dispatcher.rescan();
    return 0;
  },
};

/** Tells the other processes how many workers are here, for rates and statistics. */
export const tellWorkers: Service = {
  name: "tell-workers",
  everyMs: 2_000,
  async runOnce(ctx) {
    await sayWorkers(ctx);
    return 0;
  },
};

/** Tells connected workers the quiet figures when they have changed: one read for all seats. */
export const tellFigures: Service = {
  name: "tell-figures",
  everyMs: 2_000,
  async runOnce(ctx) {
    const seats = [...ctx.floor.seats()].filter((seat) => seat.ready && !seat.closed);
    if (seats.length === 0) return 0;
    const { rows } = await ctx.pool.query<{ id: number; pending: number; queued: number }>({
      name: "figures_of_seats",
      text: `
        select a.id, a.pending_micros as pending, q.queued
        from account a, (select count(*)::int as queued from
          (select from open_task where state = ${STATES.queued} limit ${QUEUE_COUNT_MAX}) c) q
        where a.id = any($1::int[])`,
      values: [seats.map(({ workerId }) => workerId)],
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const nowMs = ctx.clock.nowMs();
    const waits = expectedWaits(seats, ctx.floor.arrivals, nowMs);
    for (const seat of seats) {
      const row = byId.get(seat.workerId);
      const isTooSoon = seat.fewUpdates && nowMs - seat.figuresAtMs < SELDOM_MS;
      if (!row || isTooSoon) continue;
      const figures = {
        queued: row.queued,
        pendingMicros: row.pending,
        todayMicros: seat.earnedTodayMicros,
        answeredToday: seat.answeredToday,
        ...(waits.has(seat) && { expectedWaitMs: waits.get(seat) ?? null }),
      };
      const shown = JSON.stringify(figures);
      if (shown === seat.lastFigures) continue;
      seat.lastFigures = shown;
      seat.figuresAtMs = nowMs;
      seat.push({ type: "floor", serverNowMs: nowMs, figures });
    }
    return 0;
  },
};

/** What is known of the seated workers may have changed: one read for all seats. */
export const readStandings: Service = {
  name: "read-standings",
  everyMs: 5_000,
  async runOnce(ctx) {
    const seats = [...ctx.floor.seats()].filter((seat) => seat.ready && !seat.closed);
    await seatStandings(ctx, seats);
    return 0;
  },
};
