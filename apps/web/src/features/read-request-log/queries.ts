import type { RequestOutcome } from "@sightline/contract/request-log";
import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc";

const LIVE_MS = 2_000;

export interface CallsWanted {
  outcome?: RequestOutcome;
  address?: string;
  taskId?: number;
  before?: string;
}

export const callsQuery = (wanted: CallsWanted, live: boolean) =>
  trpc.requestLog.list.queryOptions(wanted, {
    placeholderData: keepPreviousData,
    refetchInterval: live ? LIVE_MS : false,
  });

/** One call: the newest that is not newer than it. */
export const callQuery = (id: string) => {
  const [pack, place] = id.split("_");
  return trpc.requestLog.list.queryOptions({ before: `${pack}_${Number(place) + 1}` });
};
