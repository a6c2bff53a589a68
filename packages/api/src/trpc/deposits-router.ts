import {
  bookChainDepositSchema,
  decideBookingSchema,
  depositsSchema,
  paymentSettingsSchema,
  reverseDepositSchema,
} from "@sightline/contract/deposits";
import { listStaffDeposits } from "@sightline/domain/deposits/list-staff-deposits";
import { reverseDeposit } from "@sightline/domain/deposits/reverse-deposit";
import { setPaymentSettings } from "@sightline/domain/payments/set-payment-settings";
import { bookChainDeposit } from "@sightline/domain/staff/book-chain-deposit";
import { decideHandBooking } from "@sightline/domain/staff/decide-hand-booking";
import { viewDeposits } from "@sightline/domain/staff/view-deposits";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** Everybody's deposits, for staff. */
export const depositsRouter = t.router({
  state: staffProcedure("deposits").query(({ ctx }) => viewDeposits(ctx.domain, ctx.actor.accountId)),

  list: staffProcedure("deposits")
    .input(depositsSchema)
    .query(({ ctx, input }) => listStaffDeposits(ctx.domain, input)),

  decide: staffProcedure("deposits")
    .input(decideBookingSchema)
    .mutation(({ ctx, input }) =>
      decideHandBooking(ctx.domain, { ...input, decidedBy: ctx.actor.accountId }),
    ),

  bookByHand: staffProcedure("deposits")
    .input(bookChainDepositSchema)
    .mutation(({ ctx, input }) => bookChainDeposit(ctx.domain, { ...input, bookedBy: ctx.actor.accountId })),

  reverse: staffProcedure("deposits")
    .input(reverseDepositSchema)
    .mutation(({ ctx, input }) => reverseDeposit(ctx.domain, { ...input, reversedBy: ctx.actor.accountId })),

  setSettings: staffProcedure("deposits")
    .input(paymentSettingsSchema)
    .mutation(({ ctx, input }) =>
      setPaymentSettings(ctx.domain, { ...input, changedBy: ctx.actor.accountId }),
    ),
});
