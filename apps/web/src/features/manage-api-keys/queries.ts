import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const apiKeysQuery = trpc.customer.apiKeys.queryOptions();

export const createApiKeyMutation = () =>
  trpc.customer.createApiKey.mutationOptions({ onSuccess: () => keysChanged() });

export const revokeApiKeyMutation = () =>
  trpc.customer.revokeApiKey.mutationOptions({ onSuccess: () => keysChanged() });

async function keysChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
}
