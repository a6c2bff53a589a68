import type { StaffInvitation } from "@sightline/contract/invitations";
import type { DomainContext } from "../context";
import { inviteStaff } from "./invite-staff";

/** So many can do whatever takes two of them. */
const ADMINS_FROM_THE_MACHINE = 2;

/**
 * Invites an admin, for the operator at the machine, without a second one's approval: the first, who has nobody to ask,
 * and the second, without whom nothing could be approved. Null once two admins can log in, who invite the others; until
 * then it may be run again, for a link that was lost.
 */
export async function inviteFirstAdmins(
  ctx: Pick<DomainContext, "pool" | "db" | "clock">,
  { email, publicUrl }: { email: string; publicUrl: string },
): Promise<StaffInvitation | null> {
  const { rows } = await ctx.pool.query<{ admins: number }>(
    `select count(*)::int as admins from auth_user u left join account_profile p on p.account_id = u.account_id
     where u.role = 'admin' and (p.suspended_at is null or p.suspended_until <= $1)`,
    [new Date(ctx.clock.nowMs())],
  );
  if (rows[0] === undefined || rows[0].admins >= ADMINS_FROM_THE_MACHINE) return null;
  return inviteStaff(ctx, {
    email,
    role: "admin",
    reason: "Invited at the machine.",
    invitedBy: null,
    publicUrl,
  });
}
