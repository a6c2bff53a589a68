import {
  cancelInvitationSchema,
  changeMemberRoleSchema,
  inviteMemberSchema,
  joinTeamSchema,
  leaveTeamSchema,
  removeMemberSchema,
} from "@sightline/contract/team";
import { noteVisit } from "@sightline/domain/links/note-visit";
import { cancelTeamInvitation } from "@sightline/domain/team/cancel-team-invitation";
import { changeMemberRole } from "@sightline/domain/team/change-member-role";
import { inviteMember } from "@sightline/domain/team/invite-member";
import { joinTeam } from "@sightline/domain/team/join-team";
import { listTeam } from "@sightline/domain/team/list-team";
import { leaveTeam, removeMember } from "@sightline/domain/team/remove-member";
import { t } from "./init";
import { customerProcedure, publicProcedure } from "./procedures";

/** Who may use a customer's account, and as what. */
export const teamRouter = t.router({
  list: customerProcedure("team").query(({ ctx }) => listTeam(ctx.domain, ctx.actor)),

  invite: customerProcedure("team_change")
    .input(inviteMemberSchema)
    .mutation(({ ctx, input }) => inviteMember(ctx.domain, ctx.actor, input)),

  cancelInvitation: customerProcedure("team_change")
    .input(cancelInvitationSchema)
    .mutation(({ ctx, input }) => cancelTeamInvitation(ctx.domain, ctx.actor, input)),

  changeRole: customerProcedure("team_change")
    .input(changeMemberRoleSchema)
    .mutation(({ ctx, input }) => changeMemberRole(ctx.domain, ctx.auth, ctx.actor, input)),

  remove: customerProcedure("team_change")
    .input(removeMemberSchema)
    .mutation(({ ctx, input }) => removeMember(ctx.domain, ctx.auth, ctx.actor, input)),

  leave: customerProcedure("team")
    .input(leaveTeamSchema)
    .mutation(({ ctx, input }) => leaveTeam(ctx.domain, ctx.auth, ctx.actor, input)),

  join: publicProcedure.input(joinTeamSchema).mutation(async ({ ctx, input }) => {
    const { reply, setCookies } = await joinTeam(ctx.domain, ctx.auth, ctx.visit, input);
    ctx.setCookies(setCookies);
    if (reply.outcome === "joined") {
      ctx.setCookies(await noteVisit(ctx.domain, ctx.auth, ctx.visit, reply.me.accountId));
    }
    return reply;
  }),
});
