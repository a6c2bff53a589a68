import type { Service } from "./service";

/**
 * Asks in one query whether the sessions that were used lately still stand: not revoked, not expired. What this finds
 * gone is refused from then on, also when the hint of its revocation was lost.
 */
export const confirmSessions: Service = {
  name: "confirm-sessions",
  everyMs: 10_000,
  async runOnce(ctx) {
    const { mark } = ctx.sessions;
    const asked = ctx.sessions.inUse();
    if (asked.length === 0) return 0;
    const { rows } = await ctx.pool.query<{ id: string }>({
      name: "standing_sessions",
      text: "select id from auth_session where id = any($1::text[]) and expires_at > $2::timestamptz",
      values: [asked, new Date(ctx.clock.nowMs())],
    });
    ctx.sessions.confirm(asked, new Set(rows.map(({ id }) => id)), mark);
    return 0;
  },
};
