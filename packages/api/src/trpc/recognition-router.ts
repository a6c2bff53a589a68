import { setRecognitionSchema } from "@sightline/contract/recognition";
import { listRecognition } from "@sightline/domain/quality/list-recognition";
import { setRecognition } from "@sightline/domain/quality/set-recognition";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** When the answers of a customer's own tasks are enough: 100 % recognition and confidence mode. */
export const recognitionRouter = t.router({
  list: customerProcedure("programs").query(({ ctx }) => listRecognition(ctx.domain, ctx.actor.accountId)),

  set: customerProcedure("programs_change")
    .input(setRecognitionSchema)
    .mutation(({ ctx, input }) => setRecognition(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
