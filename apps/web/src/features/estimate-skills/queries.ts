import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

const RUNNING_MS = 2_000;
const IDLE_MS = 60_000;

export const estimatesQuery = trpc.estimates.list.queryOptions(undefined, {
  refetchInterval: ({ state }) => (state.data?.[0]?.finishedAtMs === null ? RUNNING_MS : IDLE_MS),
});

export const askForEstimateMutation = () =>
  trpc.estimates.ask.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.estimates.pathKey() }),
  });
