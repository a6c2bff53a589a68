import type { AcceptancesPage } from "@sightline/contract/policy";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const versionsQuery = trpc.policy.versions.queryOptions();
export const acceptancesQuery = (before: AcceptancesPage["next"]) =>
  trpc.policy.acceptances.queryOptions(before === null ? {} : { before });
export const publishMutation = () => trpc.policy.publish.mutationOptions({ onSuccess: policyChanged });
export const withdrawMutation = () => trpc.policy.withdraw.mutationOptions({ onSuccess: policyChanged });

async function policyChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.policy.pathKey() });
}
