import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export interface WorkersWanted {
  search?: string | undefined;
  before?: number | undefined;
}

export const workersQuery = (wanted: WorkersWanted) => trpc.staffWorkers.list.queryOptions(wanted);
export const workerQuery = (workerId: number) => trpc.staffWorkers.view.queryOptions({ workerId });

const onSuccess = () => queryClient.invalidateQueries({ queryKey: trpc.staffWorkers.pathKey() });
export const setStageMutation = () => trpc.staffWorkers.setStage.mutationOptions({ onSuccess });
export const suspendKindMutation = () => trpc.staffWorkers.suspendKind.mutationOptions({ onSuccess });
export const liftKindMutation = () => trpc.staffWorkers.liftKind.mutationOptions({ onSuccess });
