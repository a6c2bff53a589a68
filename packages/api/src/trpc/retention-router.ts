import { retentionSchema } from "@sightline/contract/retention";
import { retentionOf } from "@sightline/domain/retention/retention-of";
import { setRetention } from "@sightline/domain/retention/set-retention";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** How long a customer's pictures are kept. */
export const retentionRouter = t.router({
  mine: customerProcedure("settings").query(({ ctx }) => retentionOf(ctx.domain, ctx.actor.accountId)),
  set: customerProcedure("settings")
    .input(retentionSchema)
    .mutation(({ ctx, input }) => setRetention(ctx.domain, ctx.actor.accountId, input)),
});
