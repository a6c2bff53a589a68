import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const apiKeysQuery = trpc.customer.apiKeys.queryOptions(undefined, {
  // When a key was used, and which secret still works, moves by itself.
  refetchInterval: 10_000,
});

export const keySpendQuery = trpc.keys.spent.queryOptions(undefined, { refetchInterval: 3_000 });

export const createApiKeyMutation = () =>
  trpc.customer.createApiKey.mutationOptions({ onSuccess: () => keysChanged() });

export const revokeApiKeyMutation = () =>
  trpc.customer.revokeApiKey.mutationOptions({ onSuccess: () => keysChanged() });

export const changeApiKeyMutation = () =>
  trpc.keys.change.mutationOptions({ onSuccess: () => keysChanged() });

export const rotateApiKeyMutation = () =>
  trpc.keys.rotate.mutationOptions({ onSuccess: () => keysChanged() });

export const endPreviousMutation = () =>
  trpc.keys.endPrevious.mutationOptions({ onSuccess: () => keysChanged() });

async function keysChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
  await queryClient.invalidateQueries({ queryKey: keySpendQuery.queryKey });
}
