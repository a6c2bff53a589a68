import type { WaitingForAdmins } from "@sightline/contract/moderation";
import type { DomainContext } from "../context";

/** What waits for a second admin on pages of its own, counted for the queue's page. Each by the index of what waits. */
export async function countWaiting(
  ctx: Pick<DomainContext, "pool" | "clock">,
  actorId: number,
): Promise<WaitingForAdmins> {
  const { rows } = await ctx.pool.query<WaitingForAdmins>({
    name: "waiting_for_admins",
    text: `select
      (select count(*)::int from refund_request where state = 'waiting' and asked_by <> $1) as refunds,
      (select count(*)::int from hand_booking where state = 'waiting' and asked_by <> $1) as bookings,
      (select count(*)::int from role_change where state = 'waiting' and asked_by <> $1 and account_id <> $1) as roles,
      (select count(*)::int from staff_invitation
       where state = 'waiting' and used_at is null and expires_at > $2 and invited_by <> $1) as invitations`,
    values: [actorId, new Date(ctx.clock.nowMs())],
  });
  return rows[0] ?? { refunds: 0, bookings: 0, roles: 0, invitations: 0 };
}
