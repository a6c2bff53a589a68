import { appealSchema } from "@sightline/contract/standing";
import { appeal, myStanding } from "@sightline/domain/standing/appeal";
import { t } from "./init";
import { sessionProcedure } from "./procedures";

/** The standing of one's own account: open to who is suspended, too. */
export const standingRouter = t.router({
  mine: sessionProcedure.query(({ ctx }) => myStanding(ctx.domain, ctx.actor.accountId)),

  appeal: sessionProcedure
    .input(appealSchema)
    .mutation(({ ctx, input }) => appeal(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
