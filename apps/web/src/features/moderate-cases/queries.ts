import type { CaseKind, CasesPage } from "@sightline/contract/moderation";
import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";
import { trpcClient } from "../../lib/trpc-client";

const ROWS = 50;

export interface CasesWanted {
  kind?: CaseKind;
  after?: NonNullable<CasesPage["next"]>;
}

export const casesQuery = (wanted: CasesWanted) =>
  trpc.moderation.cases.queryOptions({ ...wanted, limit: ROWS }, { ...live, refetchInterval: 5_000 });

export const figuresQuery = trpc.moderation.figures.queryOptions(undefined, {
  ...live,
  refetchInterval: 5_000,
});

export const waitingQuery = trpc.moderation.waiting.queryOptions(undefined, {
  ...live,
  refetchInterval: 30_000,
});

/** Opening a case takes it, so it is asked for once and not again behind the moderator's back. */
export const caseQuery = (caseId: number) => ({
  queryKey: ["moderation-case", caseId],
  queryFn: () => trpcClient.moderation.open.mutate({ caseId }),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  retry: false,
  refetchOnWindowFocus: false,
});

export const claimNextMutation = () => trpc.moderation.claimNext.mutationOptions();

export const readMutation = () =>
  trpc.moderation.read.mutationOptions({
    onSuccess: (view) => queryClient.setQueryData(caseQuery(view.id).queryKey, view),
  });

export const decideMutation = () => trpc.moderation.decide.mutationOptions({ onSuccess: queueChanged });
export const undoMutation = () => trpc.moderation.undo.mutationOptions({ onSuccess: queueChanged });
export const releaseMutation = () => trpc.moderation.release.mutationOptions({ onSuccess: queueChanged });

async function queueChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: trpc.moderation.cases.queryKey() }),
    queryClient.invalidateQueries({ queryKey: trpc.moderation.figures.queryKey() }),
  ]);
}
