import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";
import { trpcClient } from "../../lib/trpc-client";

export const batchesQuery = trpc.payouts.batches.queryOptions(undefined, live);
export const settingsQuery = trpc.deposits.state.queryOptions();
export const makeBatchMutation = () => trpc.payouts.makeBatch.mutationOptions({ onSuccess: changed });
export const decideBatchMutation = () => trpc.payouts.decideBatch.mutationOptions({ onSuccess: changed });
export const enterTransactionMutation = () =>
  trpc.payouts.enterTransaction.mutationOptions({ onSuccess: changed });
export const returnPayoutMutation = () => trpc.payouts.returnPayout.mutationOptions({ onSuccess: changed });
export const dropTransactionMutation = () =>
  trpc.payouts.dropTransaction.mutationOptions({ onSuccess: changed });
export const liftHoldMutation = () => trpc.payouts.liftHold.mutationOptions({ onSuccess: changed });
export const settleStrayMutation = () => trpc.payouts.settleStray.mutationOptions({ onSuccess: changed });
export const setSettingsMutation = () =>
  trpc.deposits.setSettings.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  });
export const exportBatch = (batchId: number) => trpcClient.payouts.exportBatch.query({ batchId });

async function changed(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: batchesQuery.queryKey });
}
