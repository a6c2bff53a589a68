import { startViewingSchema } from "@sightline/contract/staff-accounts";
import { stopViewing, viewAs } from "@sightline/domain/impersonation/view-as";
import { t } from "./init";
import { ownSessionProcedure, staffProcedure } from "./procedures";

/** Looking at an account's pages as its holder does, without changing anything. */
export const impersonationRouter = t.router({
  start: staffProcedure("impersonation")
    .input(startViewingSchema)
    .mutation(({ ctx, input }) => viewAs(ctx.domain, { ...input, actor: ctx.actor })),

  stop: ownSessionProcedure.mutation(({ ctx }) => stopViewing(ctx.domain, ctx.actor)),
});
