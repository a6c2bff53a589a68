import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const imageBlocksQuery = (before: number | undefined) =>
  trpc.images.blocks.queryOptions(before === undefined ? {} : { before }, live);
export const alikeQuery = trpc.images.alike.queryOptions();
export const refusedAccountsQuery = trpc.images.refused.queryOptions(undefined, live);

export const blockPreviewQuery = (block: { taskId: number; forEverybody: boolean }) =>
  trpc.images.preview.queryOptions(block, { staleTime: 0 });

export const blockImageMutation = () =>
  trpc.images.block.mutationOptions({ onSuccess: () => imagesChanged() });
export const liftImageBlockMutation = () =>
  trpc.images.lift.mutationOptions({ onSuccess: () => imagesChanged() });
export const dismissAlikeMutation = () =>
  trpc.images.dismiss.mutationOptions({ onSuccess: () => imagesChanged() });
export const excuseImagesMutation = () =>
  trpc.images.excuse.mutationOptions({ onSuccess: () => imagesChanged() });

async function imagesChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.images.pathKey() });
}
