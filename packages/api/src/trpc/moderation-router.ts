import {
  caseSchema,
  casesSchema,
  claimNextSchema,
  giveVerdictSchema,
  readCaseSchema,
} from "@sightline/contract/moderation";
import { claimNextCase, releaseCase } from "@sightline/domain/moderation/claim-case";
import { giveVerdict } from "@sightline/domain/moderation/give-verdict";
import { listCases, moderationFigures } from "@sightline/domain/moderation/list-cases";
import { undoVerdict } from "@sightline/domain/moderation/undo-verdict";
import { readCase, viewCase } from "@sightline/domain/moderation/view-case";
import { countWaiting } from "@sightline/domain/staff/count-waiting";
import { t } from "./init";
import { staffProcedure } from "./procedures";

const procedure = staffProcedure("moderation");

/** The queue of what staff decide. Opening a case takes it; a verdict is carried out when it can't be undone any more. */
export const moderationRouter = t.router({
  figures: procedure.query(({ ctx }) => moderationFigures(ctx.domain)),

  waiting: staffProcedure("second_admin").query(({ ctx }) => countWaiting(ctx.domain, ctx.actor.accountId)),

  cases: procedure
    .input(casesSchema)
    .query(({ ctx, input }) => listCases(ctx.domain, { ...input, role: ctx.actor.role })),

  claimNext: procedure
    .input(claimNextSchema)
    .mutation(({ ctx, input }) => claimNextCase(ctx.domain, ctx.actor, input)),

  open: procedure
    .input(caseSchema)
    .mutation(({ ctx, input }) => viewCase(ctx.domain, ctx.actor, input.caseId)),

  release: procedure
    .input(caseSchema)
    .mutation(({ ctx, input }) => releaseCase(ctx.domain, ctx.actor, input.caseId)),

  read: procedure.input(readCaseSchema).mutation(({ ctx, input }) => readCase(ctx.domain, ctx.actor, input)),

  decide: procedure
    .input(giveVerdictSchema)
    .mutation(({ ctx, input }) => giveVerdict(ctx.domain, ctx.actor, input)),

  undo: procedure
    .input(caseSchema)
    .mutation(({ ctx, input }) => undoVerdict(ctx.domain, ctx.actor, input.caseId)),
});
