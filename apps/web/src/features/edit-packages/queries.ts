import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const plansQuery = trpc.packages.plans.queryOptions();
export const settingsQuery = trpc.packages.settings.queryOptions();

export const settingsHistoryQuery = trpc.packages.settingsHistory.queryOptions();
export const floorEffectQuery = (floorMicrosPerHour: number) =>
  trpc.packages.floorEffect.queryOptions({ floorMicrosPerHour });

/** Versions, and whom a change concerns. */
export const planHistoryQuery = (name: string) => trpc.packages.planHistory.queryOptions({ name });

export const setPlanMutation = () =>
  trpc.packages.setPlan.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.packages.pathKey() }),
  });

export const setSettingsMutation = () =>
  trpc.packages.setSettings.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.packages.pathKey() }),
  });
