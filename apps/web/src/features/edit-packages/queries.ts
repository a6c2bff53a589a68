import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const plansQuery = trpc.packages.plans.queryOptions();
export const settingsQuery = trpc.packages.settings.queryOptions();

export const setPlanMutation = () =>
  trpc.packages.setPlan.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: plansQuery.queryKey }),
  });

export const setSettingsMutation = () =>
  trpc.packages.setSettings.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  });
