import type { BulkRefundFilter } from "@sightline/contract/refunds";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const previewQuery = (filter: BulkRefundFilter) =>
  trpc.refunds.preview.queryOptions(filter, { staleTime: 0, retry: false });
export const taskToRefundQuery = (taskId: number) =>
  trpc.refunds.task.queryOptions({ taskId }, { staleTime: 0, retry: false });
export const refundPartMutation = () =>
  trpc.refunds.givePart.mutationOptions({
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.refunds.pathKey() }),
  });
export const pairsQuery = trpc.refunds.pairs.queryOptions();
export const waitingRefundsQuery = trpc.refunds.waiting.queryOptions();
export const decideRefundsMutation = () =>
  trpc.refunds.decide.mutationOptions({
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.refunds.pathKey() }),
  });
export const giveRefundsMutation = () =>
  trpc.refunds.give.mutationOptions({
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.refunds.pathKey() }),
  });
