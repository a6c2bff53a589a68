import { askForEstimate } from "@sightline/domain/quality/ask-for-estimate";
import { listEstimates } from "@sightline/domain/quality/list-estimates";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** Estimates of all skills anew from all answers: what came of the last ones, and another one when an admin asks. */
export const estimatesRouter = t.router({
  list: staffProcedure("workers").query(({ ctx }) => listEstimates(ctx.domain)),

  ask: staffProcedure("workers_change").mutation(({ ctx }) =>
    askForEstimate(ctx.domain, { askedBy: ctx.actor.accountId }),
  ),
});
