import {
  finishTwoFactorSchema,
  startTwoFactorSchema,
  stopTwoFactorSchema,
} from "@sightline/contract/two-factor";
import {
  finishTwoFactor,
  hasTwoFactor,
  startTwoFactor,
  stopTwoFactor,
} from "@sightline/domain/auth/two-factor";
import { t } from "./init";
import { sessionProcedure } from "./procedures";

/** The second factor of whoever is logged in. */
export const twoFactorRouter = t.router({
  isOn: sessionProcedure.query(({ ctx }) => hasTwoFactor(ctx.domain, ctx.actor)),

  start: sessionProcedure
    .input(startTwoFactorSchema)
    .mutation(({ ctx, input }) => startTwoFactor(ctx.auth, ctx.visit, input)),

  finish: sessionProcedure.input(finishTwoFactorSchema).mutation(async ({ ctx, input }) => {
    const { reply, setCookies } = await finishTwoFactor(ctx.auth, ctx.visit, input);
    ctx.setCookies(setCookies);
    return reply;
  }),

  stop: sessionProcedure.input(stopTwoFactorSchema).mutation(async ({ ctx, input }) => {
    const { reply, setCookies } = await stopTwoFactor(ctx.auth, ctx.visit, input);
    ctx.setCookies(setCookies);
    return reply;
  }),
});
