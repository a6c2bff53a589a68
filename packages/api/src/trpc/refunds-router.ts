import {
  bulkRefundFilterSchema,
  decideRefundsSchema,
  giveRefundsSchema,
  refundPartSchema,
  taskToRefundSchema,
} from "@sightline/contract/refunds";
import { decideRefunds, listWaitingRefunds } from "@sightline/domain/refunds/decide-refunds";
import { giveRefunds } from "@sightline/domain/refunds/give-refunds";
import { previewRefunds } from "@sightline/domain/refunds/preview-refunds";
import { refundPairs } from "@sightline/domain/refunds/refund-pairs";
import { refundPart } from "@sightline/domain/refunds/refund-part";
import { viewTaskToRefund } from "@sightline/domain/refunds/view-task-to-refund";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** Money given back outside a case, and who seems to live on it. */
export const refundsRouter = t.router({
  pairs: staffProcedure("refunds").query(({ ctx }) => refundPairs(ctx.domain)),

  preview: staffProcedure("refunds_give")
    .input(bulkRefundFilterSchema)
    .query(({ ctx, input }) => previewRefunds(ctx.domain, input)),

  give: staffProcedure("refunds_give")
    .input(giveRefundsSchema)
    .mutation(({ ctx, input }) => giveRefunds(ctx.domain, { ...input, givenBy: ctx.actor.accountId })),

  task: staffProcedure("refunds_give")
    .input(taskToRefundSchema)
    .query(({ ctx, input }) => viewTaskToRefund(ctx.domain.pool, input.taskId)),

  givePart: staffProcedure("refunds_give")
    .input(refundPartSchema)
    .mutation(({ ctx, input }) => refundPart(ctx.domain, { ...input, givenBy: ctx.actor.accountId })),

  waiting: staffProcedure("refunds_give").query(({ ctx }) =>
    listWaitingRefunds(ctx.domain, ctx.actor.accountId),
  ),

  decide: staffProcedure("refunds_give")
    .input(decideRefundsSchema)
    .mutation(({ ctx, input }) => decideRefunds(ctx.domain, { ...input, decidedBy: ctx.actor.accountId })),
});
