import {
  confirmEmailSchema,
  requestPasswordResetSchema,
  resetPasswordSchema,
} from "@sightline/contract/access";
import { confirmEmail } from "@sightline/domain/auth/confirm-email";
import { requestPasswordReset } from "@sightline/domain/auth/request-password-reset";
import { resetPassword } from "@sightline/domain/auth/reset-password";
import { t } from "./init";
import { publicProcedure } from "./procedures";

/** Getting in by what was mailed. */
export const accessRouter = t.router({
  requestPasswordReset: publicProcedure
    .input(requestPasswordResetSchema)
    .mutation(({ ctx, input }) => requestPasswordReset(ctx.domain, ctx.visit, input)),

  resetPassword: publicProcedure
    .input(resetPasswordSchema)
    .mutation(({ ctx, input }) => resetPassword(ctx.domain, ctx.auth, input)),

  confirmEmail: publicProcedure
    .input(confirmEmailSchema)
    .mutation(({ ctx, input }) => confirmEmail(ctx.domain, input)),
});
