import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const recognitionQuery = trpc.recognition.list.queryOptions();

export const setRecognitionMutation = () =>
  trpc.recognition.set.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: recognitionQuery.queryKey }),
  });
