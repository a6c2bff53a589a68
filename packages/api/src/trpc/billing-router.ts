import {
  billingProfileSchema,
  depositsSchema,
  giveAddressSchema,
  receiptSchema,
} from "@sightline/contract/deposits";
import { giveDepositAddress } from "@sightline/domain/deposits/give-deposit-address";
import { listDeposits } from "@sightline/domain/deposits/list-deposits";
import { readReceipt } from "@sightline/domain/deposits/read-receipt";
import { setBillingProfile } from "@sightline/domain/deposits/set-billing-profile";
import { viewBilling } from "@sightline/domain/deposits/view-billing";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** How a customer's balance is filled. */
export const billingRouter = t.router({
  view: customerProcedure("money").query(({ ctx }) => viewBilling(ctx.domain, ctx.actor.accountId)),

  deposits: customerProcedure("money")
    .input(depositsSchema)
    .query(({ ctx, input }) => listDeposits(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  giveAddress: customerProcedure("money")
    .input(giveAddressSchema)
    .mutation(({ ctx, input }) =>
      giveDepositAddress(ctx.domain, { ...input, accountId: ctx.actor.accountId }),
    ),

  receipt: customerProcedure("money")
    .input(receiptSchema)
    .query(({ ctx, input }) => readReceipt(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  setProfile: customerProcedure("money")
    .input(billingProfileSchema)
    .mutation(({ ctx, input }) =>
      setBillingProfile(ctx.domain, { ...input, accountId: ctx.actor.accountId }),
    ),
});
