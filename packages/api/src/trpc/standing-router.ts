import { appealSchema } from "@sightline/contract/standing";
import { appeal, myStanding } from "@sightline/domain/standing/appeal";
import { t } from "./init";
import { accountProcedure } from "./procedures";

/** The standing of one's own account: open to who is suspended, too. */
export const standingRouter = t.router({
  mine: accountProcedure("overview").query(({ ctx }) => myStanding(ctx.domain, ctx.actor.accountId)),

  appeal: accountProcedure("account")
    .input(appealSchema)
    .mutation(({ ctx, input }) => appeal(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
