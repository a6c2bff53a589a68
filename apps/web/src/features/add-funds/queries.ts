import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

const ROWS = 50;

export const billingQuery = trpc.billing.view.queryOptions(undefined, live);
export const depositsQuery = (before: number | undefined) =>
  trpc.billing.deposits.queryOptions({ ...(before !== undefined && { before }), limit: ROWS }, live);
export const receiptQuery = (depositId: number) => trpc.billing.receipt.queryOptions({ depositId });

export const giveAddressMutation = () =>
  trpc.billing.giveAddress.mutationOptions({ onSuccess: billingChanged });
export const setProfileMutation = () =>
  trpc.billing.setProfile.mutationOptions({ onSuccess: billingChanged });

async function billingChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: billingQuery.queryKey });
}
