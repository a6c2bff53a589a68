import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const packagesQuery = trpc.packages.mine.queryOptions(undefined, { refetchInterval: 5_000 });

export const buyPackageMutation = () => trpc.packages.buy.mutationOptions({ onSuccess: packagesChanged });

export const packageOptionsMutation = () =>
  trpc.packages.setOptions.mutationOptions({ onSuccess: packagesChanged });

async function packagesChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: packagesQuery.queryKey });
}
