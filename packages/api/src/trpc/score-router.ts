import { appealKindSchema, setLanguagesSchema } from "@sightline/contract/score";
import { appealKind } from "@sightline/domain/workers/appeal-kind";
import { setLanguages } from "@sightline/domain/workers/set-languages";
import { workerScore } from "@sightline/domain/workers/worker-score";
import { t } from "./init";
import { workerProcedure } from "./procedures";

/** What decides about a worker, as they may see it, and what they tell of themselves. */
export const scoreRouter = t.router({
  mine: workerProcedure.query(({ ctx }) => workerScore(ctx.domain, ctx.actor.accountId)),

  appeal: workerProcedure
    .input(appealKindSchema)
    .mutation(({ ctx, input }) => appealKind(ctx.domain, { ...input, workerId: ctx.actor.accountId })),

  setLanguages: workerProcedure
    .input(setLanguagesSchema)
    .mutation(({ ctx, input }) => setLanguages(ctx.domain, { ...input, workerId: ctx.actor.accountId })),
});
