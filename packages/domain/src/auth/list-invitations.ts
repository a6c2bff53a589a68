import type { InvitationRow } from "@sightline/contract/invitations";
import type { DomainContext } from "../context";

const WAITING_MAX = 100;

/** The invitations that wait for a second admin. */
export async function listInvitations(
  ctx: Pick<DomainContext, "pool" | "clock">,
  actorId: number,
): Promise<InvitationRow[]> {
  const { rows } = await ctx.pool.query<Omit<InvitationRow, "expiresAtMs"> & { expires_at: Date }>(
    `select i.id, i.email, i.role, i.reason, u.email as "invitedByEmail", i.expires_at,
       i.invited_by is not distinct from $1::int as "isMine"
     from staff_invitation i left join auth_user u on u.account_id = i.invited_by
     where i.state = 'waiting' and i.used_at is null and i.expires_at > $2 order by i.id limit ${WAITING_MAX}`,
    [actorId, new Date(ctx.clock.nowMs())],
  );
  return rows.map(({ expires_at, ...row }) => ({ ...row, expiresAtMs: expires_at.getTime() }));
}
