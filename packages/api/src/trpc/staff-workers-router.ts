import {
  liftKindSchema,
  setStageSchema,
  staffWorkerSchema,
  staffWorkersSchema,
  suspendKindSchema,
} from "@sightline/contract/staff-workers";
import { liftKindByHand } from "@sightline/domain/workers/lift-kind-by-hand";
import { listWorkers } from "@sightline/domain/workers/list-workers";
import { setStage } from "@sightline/domain/workers/set-stage";
import { suspendKind } from "@sightline/domain/workers/suspend-kind";
import { viewWorker } from "@sightline/domain/workers/view-worker";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** The workers as staff see them, and what staff may do about one kind of tasks; accounts are suspended elsewhere. */
export const staffWorkersRouter = t.router({
  list: staffProcedure("workers")
    .input(staffWorkersSchema)
    .query(({ ctx, input }) => listWorkers(ctx.domain, input)),

  view: staffProcedure("workers")
    .input(staffWorkerSchema)
    .query(({ ctx, input }) => viewWorker(ctx.domain, input.workerId)),

  setStage: staffProcedure("workers_change")
    .input(setStageSchema)
    .mutation(({ ctx, input }) => setStage(ctx.domain, { ...input, changedBy: ctx.actor.accountId })),

  suspendKind: staffProcedure("workers_change")
    .input(suspendKindSchema)
    .mutation(({ ctx, input }) => suspendKind(ctx.domain, { ...input, suspendedBy: ctx.actor.accountId })),

  liftKind: staffProcedure("workers_change")
    .input(liftKindSchema)
    .mutation(({ ctx, input }) => liftKindByHand(ctx.domain, { ...input, liftedBy: ctx.actor.accountId })),
});
