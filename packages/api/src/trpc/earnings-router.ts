import { presenceSchema } from "@sightline/contract/earnings";
import { sayPresence } from "@sightline/domain/pay/say-presence";
import { workerEarnings } from "@sightline/domain/pay/worker-earnings";
import { t } from "./init";
import { workerProcedure } from "./procedures";

/** What a worker earns, and the presence that active time is counted by. */
export const earningsRouter = t.router({
  mine: workerProcedure.query(({ ctx }) => workerEarnings(ctx.domain, ctx.actor.accountId)),

  sayPresence: workerProcedure
    .input(presenceSchema)
    .mutation(({ ctx, input }) => sayPresence(ctx.domain, { ...input, workerId: ctx.actor.accountId })),
});
