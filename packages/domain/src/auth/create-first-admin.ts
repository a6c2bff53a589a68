import type { StaffInvitation } from "@sightline/contract/staff";
import { authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { inviteStaff } from "./invite-staff";

/**
 * Invites the first admin, for the operator at the machine. Null once there is an admin, who invites the others;
 * until then it may be run again, for a link that was lost.
 */
export async function createFirstAdmin(
  ctx: Pick<DomainContext, "db" | "clock">,
  { email, publicUrl }: { email: string; publicUrl: string },
): Promise<StaffInvitation | null> {
  const [admin] = await ctx.db
    .select({ id: authUser.id })
    .from(authUser)
    .where(eq(authUser.role, "admin"))
    .limit(1);
  if (admin !== undefined) return null;
  return inviteStaff(ctx, { email, role: "admin", invitedBy: null, publicUrl });
}
