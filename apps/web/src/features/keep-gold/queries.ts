import type { GoldRow } from "@sightline/contract/gold";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export interface GoldWanted {
  state?: GoldRow["state"] | undefined;
  before?: number | undefined;
}

export const goldQuery = (wanted: GoldWanted) => trpc.gold.list.queryOptions(wanted);
export const addGoldMutation = () => trpc.gold.add.mutationOptions({ onSuccess: () => goldChanged() });
export const retireGoldMutation = () => trpc.gold.retire.mutationOptions({ onSuccess: () => goldChanged() });

async function goldChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.gold.pathKey() });
}
