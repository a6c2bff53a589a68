import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const ratesQuery = trpc.prices.rates.queryOptions(undefined, { refetchInterval: 5_000 });

export const setMaximumRateMutation = () =>
  trpc.prices.setMaximumRate.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ratesQuery.queryKey }),
  });
