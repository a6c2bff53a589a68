import type { Service } from "../maintenance/service";

const SWEEP_MAX = 500;

/** Forgets challenges that nobody signed in time, a bounded batch at a time. */
export const sweepPasskeyChallenges: Service = {
  name: "sweep-passkey-challenges",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_passkey_challenges",
      text: `delete from passkey_challenge where challenge_sha256 = any(array(
               select challenge_sha256 from passkey_challenge where expires_at < $1::timestamptz
               order by expires_at limit ${SWEEP_MAX}))`,
      values: [new Date(ctx.clock.nowMs())],
    });
    return rowCount ?? 0;
  },
};
