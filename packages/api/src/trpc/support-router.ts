import { askSupportSchema } from "@sightline/contract/support";
import { findActor } from "@sightline/domain/auth/find-actor";
import { askSupport } from "@sightline/domain/support/ask-support";
import { t } from "./init";
import { publicProcedure } from "./procedures";

/** Help from a person, with an account or without. */
export const supportRouter = t.router({
  ask: publicProcedure.input(askSupportSchema).mutation(async ({ ctx, input }) =>
    askSupport(ctx.domain, {
      ...input,
      sender: ctx.visit.address,
      actor: await findActor(ctx.auth, ctx.visit),
    }),
  ),
});
