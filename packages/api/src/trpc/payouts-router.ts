import {
  decideBatchSchema,
  dropTransactionSchema,
  enterTransactionSchema,
  exportBatchSchema,
  liftHoldSchema,
  makeBatchSchema,
  returnPayoutSchema,
  setPayoutAddressSchema,
  settleStraySchema,
} from "@sightline/contract/payouts";
import { cancelPayoutAddress } from "@sightline/domain/payouts/cancel-payout-address";
import { decidePayoutBatch } from "@sightline/domain/payouts/decide-payout-batch";
import { dropPayoutTransaction } from "@sightline/domain/payouts/drop-payout-transaction";
import { enterPayoutTransaction } from "@sightline/domain/payouts/enter-payout-transaction";
import { exportPayoutBatch } from "@sightline/domain/payouts/export-payout-batch";
import { liftPayoutHold } from "@sightline/domain/payouts/lift-payout-hold";
import { listPayoutBatches } from "@sightline/domain/payouts/list-payout-batches";
import { makePayoutBatch } from "@sightline/domain/payouts/make-payout-batch";
import { returnPayout } from "@sightline/domain/payouts/return-payout";
import { setPayoutAddress } from "@sightline/domain/payouts/set-payout-address";
import { settlePayoutStray } from "@sightline/domain/payouts/settle-payout-stray";
import { viewPayouts } from "@sightline/domain/payouts/view-payouts";
import { t } from "./init";
import { staffProcedure, workerProcedure } from "./procedures";

/** Workers' own payouts, and the batches by which staff pay them. */
export const payoutsRouter = t.router({
  mine: workerProcedure.query(({ ctx }) => viewPayouts(ctx.domain, ctx.actor.accountId)),

  setAddress: workerProcedure
    .input(setPayoutAddressSchema)
    .mutation(({ ctx, input }) => setPayoutAddress(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  cancelAddress: workerProcedure.mutation(({ ctx }) => cancelPayoutAddress(ctx.domain, ctx.actor.accountId)),

  batches: staffProcedure("payouts").query(({ ctx }) => listPayoutBatches(ctx.domain)),

  makeBatch: staffProcedure("payouts")
    .input(makeBatchSchema)
    .mutation(({ ctx, input }) => makePayoutBatch(ctx.domain, { ...input, madeBy: ctx.actor.accountId })),

  decideBatch: staffProcedure("payouts")
    .input(decideBatchSchema)
    .mutation(({ ctx, input }) =>
      decidePayoutBatch(ctx.domain, { ...input, decidedBy: ctx.actor.accountId }),
    ),

  exportBatch: staffProcedure("payouts")
    .input(exportBatchSchema)
    .query(({ ctx, input }) => exportPayoutBatch(ctx.domain, input.batchId)),

  enterTransaction: staffProcedure("payouts")
    .input(enterTransactionSchema)
    .mutation(({ ctx, input }) =>
      enterPayoutTransaction(ctx.domain, { ...input, enteredBy: ctx.actor.accountId }),
    ),

  dropTransaction: staffProcedure("payouts")
    .input(dropTransactionSchema)
    .mutation(({ ctx, input }) =>
      dropPayoutTransaction(ctx.domain, { ...input, droppedBy: ctx.actor.accountId }),
    ),

  settleStray: staffProcedure("payouts")
    .input(settleStraySchema)
    .mutation(({ ctx, input }) =>
      settlePayoutStray(ctx.domain, { ...input, settledBy: ctx.actor.accountId }),
    ),

  liftHold: staffProcedure("payouts")
    .input(liftHoldSchema)
    .mutation(({ ctx, input }) => liftPayoutHold(ctx.domain, { ...input, liftedBy: ctx.actor.accountId })),

  returnPayout: staffProcedure("payouts")
    .input(returnPayoutSchema)
    .mutation(({ ctx, input }) => returnPayout(ctx.domain, { ...input, returnedBy: ctx.actor.accountId })),
});
