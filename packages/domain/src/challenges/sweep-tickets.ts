import type { Service } from "../maintenance/service";

/** Long enough for a page that is opened again to say that its ticket was used. */
const KEEP_MS = 3_600_000;
const SWEEP_MAX = 500;

/** Forgets old tickets, a bounded batch at a time. */
export const sweepTickets: Service = {
  name: "sweep-challenge-tickets",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_challenge_tickets",
      text: `delete from challenge_ticket where ticket_sha256 = any(array(
               select ticket_sha256 from challenge_ticket where issued_at < $1::timestamptz
               order by issued_at limit ${SWEEP_MAX}))`,
      values: [new Date(ctx.clock.nowMs() - KEEP_MS)],
    });
    return rowCount ?? 0;
  },
};
