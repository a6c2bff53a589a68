import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const staffSitesQuery = trpc.staffSites.list.queryOptions();
export const hostSwitchesQuery = trpc.staffSites.switches.queryOptions();
export const optOutsQuery = trpc.staffSites.optOuts.queryOptions();

export const decideSiteMutation = () =>
  trpc.staffSites.decide.mutationOptions({ onSuccess: () => staffSitesChanged() });
export const switchOffMutation = () =>
  trpc.staffSites.switchOff.mutationOptions({ onSuccess: () => staffSitesChanged() });
export const switchOnMutation = () =>
  trpc.staffSites.switchOn.mutationOptions({ onSuccess: () => staffSitesChanged() });
export const closeOptOutMutation = () =>
  trpc.staffSites.closeOptOut.mutationOptions({ onSuccess: () => staffSitesChanged() });

async function staffSitesChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.staffSites.pathKey() });
}
