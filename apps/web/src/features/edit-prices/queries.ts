import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const pricesQuery = trpc.staff.prices.queryOptions();

export const setPriceMutation = () =>
  trpc.staff.setPrice.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: pricesQuery.queryKey }),
  });
