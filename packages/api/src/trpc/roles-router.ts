import { askRoleSchema, decideRoleSchema } from "@sightline/contract/staff-accounts";
import { askForRole, decideRole, listRoleChanges } from "@sightline/domain/roles/change-role";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** Who is a moderator and who an admin; it takes two admins to change that. */
export const rolesRouter = t.router({
  waiting: staffProcedure("roles").query(({ ctx }) => listRoleChanges(ctx.domain, ctx.actor.accountId)),

  ask: staffProcedure("roles")
    .input(askRoleSchema)
    .mutation(({ ctx, input }) => askForRole(ctx.domain, { ...input, askedBy: ctx.actor.accountId })),

  decide: staffProcedure("roles")
    .input(decideRoleSchema)
    .mutation(({ ctx, input }) =>
      decideRole(ctx.domain, ctx.auth, { ...input, decidedBy: ctx.actor.accountId }),
    ),
});
