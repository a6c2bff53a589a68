import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

const SLOW_MS = 30_000;
const FAST_MS = 1_000;

export const exportsQuery = trpc.myData.exports.queryOptions(undefined, {
  refetchInterval: ({ state }) => (state.data?.some((row) => row.state === "being_made") ? FAST_MS : SLOW_MS),
});

export const askExportMutation = () =>
  trpc.myData.askExport.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  });
