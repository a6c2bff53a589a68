import { decideInvitationSchema, inviteStaffSchema } from "@sightline/contract/invitations";
import { decideInvitation } from "@sightline/domain/auth/decide-invitation";
import { inviteStaff } from "@sightline/domain/auth/invite-staff";
import { listInvitations } from "@sightline/domain/auth/list-invitations";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** Who is asked to be a moderator or an admin; it takes two admins. */
export const invitationsRouter = t.router({
  waiting: staffProcedure("invitations").query(({ ctx }) => listInvitations(ctx.domain, ctx.actor.accountId)),

  invite: staffProcedure("invitations")
    .input(inviteStaffSchema)
    .mutation(({ ctx, input }) =>
      inviteStaff(ctx.domain, { ...input, invitedBy: ctx.actor.accountId, publicUrl: ctx.publicUrl }),
    ),

  decide: staffProcedure("invitations")
    .input(decideInvitationSchema)
    .mutation(({ ctx, input }) => decideInvitation(ctx.domain, { ...input, decidedBy: ctx.actor.accountId })),
});
