import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const crowdSettingsQuery = trpc.crowd.settings.queryOptions();

export const setCrowdSettingsMutation = () =>
  trpc.crowd.setSettings.mutationOptions({
    onSuccess: (settings) => queryClient.setQueryData(crowdSettingsQuery.queryKey, settings),
  });
