import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const sitesQuery = trpc.sites.list.queryOptions();
export const siteChecksQuery = (id: number) => trpc.sites.checks.queryOptions({ id });

export const addSiteMutation = () => trpc.sites.add.mutationOptions({ onSuccess: () => sitesChanged() });
export const checkSiteMutation = () => trpc.sites.check.mutationOptions({ onSuccess: () => sitesChanged() });
export const removeSiteMutation = () =>
  trpc.sites.remove.mutationOptions({ onSuccess: () => sitesChanged() });

async function sitesChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: sitesQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: trpc.sites.checks.queryKey() }),
  ]);
}
