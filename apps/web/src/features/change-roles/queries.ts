import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

const REFRESH_MS = 15_000;
export const waitingRolesQuery = trpc.roles.waiting.queryOptions(undefined, { refetchInterval: REFRESH_MS });

export const askRoleMutation = () => trpc.roles.ask.mutationOptions({ onSuccess: () => rolesChanged() });
export const decideRoleMutation = () =>
  trpc.roles.decide.mutationOptions({ onSettled: () => rolesChanged() });

async function rolesChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: trpc.roles.pathKey() }),
    queryClient.invalidateQueries({ queryKey: trpc.staff.pathKey() }),
  ]);
}
