import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const twoFactorQuery = trpc.twoFactor.isOn.queryOptions();

const refresh = { onSuccess: () => queryClient.invalidateQueries({ queryKey: twoFactorQuery.queryKey }) };

export const startMutation = () => trpc.twoFactor.start.mutationOptions();
export const finishMutation = () => trpc.twoFactor.finish.mutationOptions(refresh);
export const stopMutation = () => trpc.twoFactor.stop.mutationOptions(refresh);
