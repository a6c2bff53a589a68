import type { Service } from "../maintenance/service";

const SWEEP_MAX = 500;

/** Forgets invitations that nobody accepted in time, a bounded batch at a time. */
export const sweepTeamInvitations: Service = {
  name: "sweep-team-invitations",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_team_invitations",
      text: `delete from team_invitation where id = any(array(
               select id from team_invitation where expires_at < $1::timestamptz order by expires_at limit ${SWEEP_MAX}))`,
      values: [new Date(ctx.clock.nowMs())],
    });
    return rowCount ?? 0;
  },
};
