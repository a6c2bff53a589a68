import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const retentionQuery = trpc.retention.mine.queryOptions();

export const setRetentionMutation = () =>
  trpc.retention.set.mutationOptions({
    onSuccess: (retention) => queryClient.setQueryData(retentionQuery.queryKey, retention),
  });
