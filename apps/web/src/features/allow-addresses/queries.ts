import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const allowedAddressesQuery = trpc.customer.allowedAddresses.queryOptions();

export const setAllowedAddressesMutation = () =>
  trpc.customer.setAllowedAddresses.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: allowedAddressesQuery.queryKey }),
  });
