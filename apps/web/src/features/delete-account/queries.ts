import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const deletionQuery = trpc.myData.deletion.queryOptions();

const told = () => queryClient.invalidateQueries({ queryKey: deletionQuery.queryKey });

export const askDeletionMutation = () => trpc.myData.askDeletion.mutationOptions({ onSuccess: told });
export const cancelDeletionMutation = () => trpc.myData.cancelDeletion.mutationOptions({ onSuccess: told });
