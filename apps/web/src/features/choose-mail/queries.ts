import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const mutedQuery = trpc.notices.muted.queryOptions();

export const muteMutation = () =>
  trpc.notices.mute.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: mutedQuery.queryKey }),
  });
