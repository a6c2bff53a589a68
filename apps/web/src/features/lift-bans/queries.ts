import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export interface BansWanted {
  running: boolean;
  search?: string;
  before?: number;
}
export const bansQuery = (wanted: BansWanted) => trpc.bans.list.queryOptions(wanted, live);
export const exemptionsQuery = trpc.bans.exemptions.queryOptions();

export const liftBanMutation = () => trpc.bans.lift.mutationOptions({ onSuccess: () => bansChanged() });
export const exemptMutation = () => trpc.bans.exempt.mutationOptions({ onSuccess: () => bansChanged() });
export const endExemptionMutation = () =>
  trpc.bans.endExemption.mutationOptions({ onSuccess: () => bansChanged() });

async function bansChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.bans.pathKey() });
}
