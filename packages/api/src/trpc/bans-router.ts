import { bansSchema, endExemptionSchema, exemptAddressSchema, liftBanSchema } from "@sightline/contract/bans";
import { endExemption, exemptAddress } from "@sightline/domain/bans/exempt-address";
import { liftBan } from "@sightline/domain/bans/lift-ban";
import { listBans, listExemptions } from "@sightline/domain/bans/list-bans";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** Bans that follow from limits, and addresses that are exempt. */
export const bansRouter = t.router({
  list: staffProcedure("bans")
    .input(bansSchema)
    .query(({ ctx, input }) => listBans(ctx.domain, input)),

  lift: staffProcedure("bans")
    .input(liftBanSchema)
    .mutation(({ ctx, input }) => liftBan(ctx.domain, { ...input, liftedBy: ctx.actor.accountId })),

  exemptions: staffProcedure("bans").query(({ ctx }) => listExemptions(ctx.domain)),

  exempt: staffProcedure("bans_exempt")
    .input(exemptAddressSchema)
    .mutation(({ ctx, input }) => exemptAddress(ctx.domain, { ...input, setBy: ctx.actor.accountId })),

  endExemption: staffProcedure("bans_exempt")
    .input(endExemptionSchema)
    .mutation(({ ctx, input }) => endExemption(ctx.domain, { ...input, endedBy: ctx.actor.accountId })),
});
