import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const scoreQuery = trpc.challenges.score.queryOptions();

const refresh = { onSuccess: () => queryClient.invalidateQueries({ queryKey: scoreQuery.queryKey }) };

export const consentMutation = () => trpc.challenges.setScoreConsent.mutationOptions(refresh);

export const measureMutation = () => trpc.challenges.measureScore.mutationOptions(refresh);

export const openScoreFrameMutation = () => trpc.challenges.openScoreFrame.mutationOptions();
