import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const pricesQuery = trpc.prices.list.queryOptions();

/** Versions, and what the last seven days were. */
export const priceHistoryQuery = trpc.prices.history.queryOptions();

export const setPriceMutation = () =>
  trpc.prices.set.mutationOptions({
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: priceHistoryQuery.queryKey });
      return queryClient.invalidateQueries({ queryKey: pricesQuery.queryKey });
    },
  });
