import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const proofQuery = trpc.ledger.proof.queryOptions(undefined, { refetchInterval: 15_000 });

export const proveMutation = () =>
  trpc.ledger.prove.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: proofQuery.queryKey }),
  });
