import { askOptOutSchema, confirmOptOutSchema, proveOptOutSchema } from "@sightline/contract/sites";
import { askOptOut } from "@sightline/domain/opt-outs/ask-opt-out";
import { confirmOptOut } from "@sightline/domain/opt-outs/confirm-opt-out";
import { proveOptOut } from "@sightline/domain/opt-outs/prove-opt-out";
import { t } from "./init";
import { publicProcedure } from "./procedures";

/** A site's owner wants no challenges of it here; no account is needed. */
export const optOutRouter = t.router({
  ask: publicProcedure
    .input(askOptOutSchema)
    .mutation(({ ctx, input }) => askOptOut(ctx.domain, { ...input, sender: ctx.visit.address })),

  prove: publicProcedure
    .input(proveOptOutSchema)
    .mutation(({ ctx, input }) => proveOptOut(ctx.domain, { ...input, sender: ctx.visit.address })),

  confirm: publicProcedure
    .input(confirmOptOutSchema)
    .mutation(({ ctx, input }) => confirmOptOut(ctx.domain, input.secret)),
});
