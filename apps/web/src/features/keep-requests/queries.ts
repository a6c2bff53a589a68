import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const requestRetentionQuery = trpc.requestLog.retention.queryOptions();

export const setRequestRetentionMutation = () =>
  trpc.requestLog.setRetention.mutationOptions({
    onSuccess: (retention) => {
      queryClient.setQueryData(requestRetentionQuery.queryKey, retention);
      return queryClient.invalidateQueries({ queryKey: trpc.requestLog.list.queryKey() });
    },
  });
