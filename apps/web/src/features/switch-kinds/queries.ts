import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

const REFRESH_MS = 10_000;

export const kindSwitchesQuery = trpc.floor.kinds.queryOptions(undefined, { refetchInterval: REFRESH_MS });

export const switchKindMutation = () =>
  trpc.floor.switchKind.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.floor.pathKey() }),
  });
