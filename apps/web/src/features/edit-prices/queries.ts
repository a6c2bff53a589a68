import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const pricesQuery = trpc.prices.list.queryOptions();

export const setPriceMutation = () =>
  trpc.prices.set.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: pricesQuery.queryKey }),
  });
