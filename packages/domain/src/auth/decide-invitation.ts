import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { INVITATION_LIVES_MS } from "./invite-staff";

interface Asked {
  email: string;
  role: "moderator" | "admin";
  invited_by: number | null;
}

/**
 * Another admin approves an invitation, and its link works from then on for as long as a new one; or refuses it, and
 * it never does. Who invited may take it back, but never approve it.
 */
export async function decideInvitation(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { invitationId, approve, decidedBy }: { invitationId: number; approve: boolean; decidedBy: number },
): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<Asked>(
      `select email, role, invited_by from staff_invitation
       where id = $1 and state = 'waiting' and used_at is null and expires_at > $2 for update`,
      [invitationId, new Date(nowMs)],
    );
    const [asked] = rows;
    if (asked === undefined) throw new Refusal("conflict", "This invitation no longer waits.");
    if (approve && asked.invited_by === decidedBy)
      throw new Refusal("conflict", "Another admin must approve whom you have invited.");
    const expiresAtMs = nowMs + INVITATION_LIVES_MS;
    await client.query(
      `update staff_invitation set state = $2, decided_by = $3,
         expires_at = case when $2 = 'approved' then $4 else expires_at end where id = $1`,
      [invitationId, approve ? "approved" : "refused", decidedBy, new Date(expiresAtMs)],
    );
    await recordStaffAct(client, {
      actorId: decidedBy,
      act: approve ? "approve_invitation" : "refuse_invitation",
      subject: `email:${asked.email}`,
      before: { role: asked.role, invitedBy: asked.invited_by },
      after: approve ? { role: asked.role, expiresAtMs } : null,
    });
  });
}
