import { apiKeyIdSchema, createApiKeySchema } from "@sightline/contract/api-keys";
import { allowedAddressesSchema, customerTasksSchema } from "@sightline/contract/customer";
import { allowedAddresses } from "@sightline/domain/accounts/allowed-addresses";
import { setAllowedAddresses } from "@sightline/domain/accounts/set-allowed-addresses";
import { createApiKey } from "@sightline/domain/api-keys/create-api-key";
import { listApiKeys } from "@sightline/domain/api-keys/list-api-keys";
import { revokeApiKey } from "@sightline/domain/api-keys/revoke-api-key";
import { customerOverview } from "@sightline/domain/customers/customer-overview";
import { listCustomerTasks } from "@sightline/domain/customers/list-customer-tasks";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** A customer's own pages. Whose rows are read is always the actor's account, never a part of the input. */
export const customerRouter = t.router({
  overview: customerProcedure("overview").query(({ ctx }) =>
    customerOverview(ctx.domain, ctx.actor.accountId),
  ),

  tasks: customerProcedure("tasks")
    .input(customerTasksSchema)
    .query(({ ctx, input }) => listCustomerTasks(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  apiKeys: customerProcedure("keys").query(({ ctx }) => listApiKeys(ctx.domain, ctx.actor.accountId)),

  createApiKey: customerProcedure("keys")
    .input(createApiKeySchema)
    .mutation(({ ctx, input }) => createApiKey(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  revokeApiKey: customerProcedure("keys")
    .input(apiKeyIdSchema)
    .mutation(({ ctx, input }) =>
      revokeApiKey(ctx.domain, { keyId: input.id, accountId: ctx.actor.accountId }),
    ),

  allowedAddresses: customerProcedure("settings").query(({ ctx }) =>
    allowedAddresses(ctx.domain, ctx.actor.accountId),
  ),

  setAllowedAddresses: customerProcedure("settings")
    .input(allowedAddressesSchema)
    .mutation(({ ctx, input }) =>
      setAllowedAddresses(ctx.domain, { ...input, accountId: ctx.actor.accountId }),
    ),
});
