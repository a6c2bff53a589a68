import { accountTimelineSchema } from "@sightline/contract/staff-accounts";
import { liftSuspensionSchema, suspendAccountSchema } from "@sightline/contract/standing";
import { accountTimeline } from "@sightline/domain/staff/account-timeline";
import { liftByHand } from "@sightline/domain/standing/lift-by-hand";
import { suspendAccount } from "@sightline/domain/standing/suspend-account";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** What admins do with other people's accounts. */
export const staffAccountsRouter = t.router({
  timeline: staffProcedure("accounts")
    .input(accountTimelineSchema)
    .query(({ ctx, input }) => accountTimeline(ctx.domain, input)),

  suspend: staffProcedure("accounts_change")
    .input(suspendAccountSchema)
    .mutation(({ ctx, input }) => suspendAccount(ctx.domain, { ...input, suspendedBy: ctx.actor.accountId })),

  liftSuspension: staffProcedure("accounts_change")
    .input(liftSuspensionSchema)
    .mutation(({ ctx, input }) => liftByHand(ctx.domain, { ...input, liftedBy: ctx.actor.accountId })),
});
