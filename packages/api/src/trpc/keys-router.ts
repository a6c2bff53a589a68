import { apiKeyIdSchema, changeApiKeySchema, rotateApiKeySchema } from "@sightline/contract/api-keys";
import { changeApiKey } from "@sightline/domain/api-keys/change-api-key";
import { endPreviousSecret } from "@sightline/domain/api-keys/end-previous-secret";
import { listKeySpend } from "@sightline/domain/api-keys/list-key-spend";
import { rotateApiKey } from "@sightline/domain/api-keys/rotate-api-key";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** What a customer does with a key that is there; made and revoked it is in the customer's router. */
export const keysRouter = t.router({
  spent: customerProcedure("keys").query(({ ctx }) => listKeySpend(ctx.domain, ctx.actor.accountId)),

  change: customerProcedure("keys")
    .input(changeApiKeySchema)
    .mutation(({ ctx, input: { id, ...settings } }) =>
      changeApiKey(ctx.domain, { ...settings, keyId: id, accountId: ctx.actor.accountId }),
    ),

  rotate: customerProcedure("keys")
    .input(rotateApiKeySchema)
    .mutation(({ ctx, input: { id, overlapHours } }) =>
      rotateApiKey(ctx.domain, { overlapHours, keyId: id, accountId: ctx.actor.accountId }),
    ),

  endPrevious: customerProcedure("keys")
    .input(apiKeyIdSchema)
    .mutation(({ ctx, input }) =>
      endPreviousSecret(ctx.domain, { keyId: input.id, accountId: ctx.actor.accountId }),
    ),
});
