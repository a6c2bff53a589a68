import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const payoutsQuery = trpc.payouts.mine.queryOptions(undefined, live);
export const setAddressMutation = () => trpc.payouts.setAddress.mutationOptions({ onSuccess: changed });
export const cancelAddressMutation = () => trpc.payouts.cancelAddress.mutationOptions({ onSuccess: changed });

async function changed(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: payoutsQuery.queryKey });
}
