import {
  bookDepositSchema,
  setAccountLimitSchema,
  staffAccountSchema,
  staffAccountsSchema,
} from "@sightline/contract/staff";
import { depositByHand } from "@sightline/domain/staff/deposit-by-hand";
import { listAccounts } from "@sightline/domain/staff/list-accounts";
import { setAccountLimit } from "@sightline/domain/staff/set-account-limit";
import { viewAccount } from "@sightline/domain/staff/view-account";
import { viewFloor } from "@sightline/domain/staff/view-floor";
import { t } from "./init";
import { staffProcedure } from "./procedures";

export const staffRouter = t.router({
  floor: staffProcedure("floor").query(({ ctx }) => viewFloor(ctx.domain)),

  accounts: staffProcedure("accounts")
    .input(staffAccountsSchema)
    .query(({ ctx, input }) => listAccounts(ctx.domain, input)),

  account: staffProcedure("accounts")
    .input(staffAccountSchema)
    .query(({ ctx, input }) => viewAccount(ctx.domain, input.accountId)),

  setAccountLimit: staffProcedure("accounts_change")
    .input(setAccountLimitSchema)
    .mutation(({ ctx, input }) => setAccountLimit(ctx.domain, { ...input, changedBy: ctx.actor.accountId })),

  bookDeposit: staffProcedure("deposits")
    .input(bookDepositSchema)
    .mutation(({ ctx, input }) => depositByHand(ctx.domain, { ...input, bookedBy: ctx.actor.accountId })),
});
