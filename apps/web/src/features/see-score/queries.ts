import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const scoreQuery = trpc.score.mine.queryOptions();

export const appealKindMutation = () => trpc.score.appeal.mutationOptions();

export const setLanguagesMutation = () =>
  trpc.score.setLanguages.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.score.pathKey() }),
  });
