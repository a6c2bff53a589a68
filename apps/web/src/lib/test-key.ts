import { queryOptions } from "@tanstack/react-query";
import { trpcClient } from "./trpc-client";

/** The account's test key, made when it is first asked for; it can spend nothing, so pages may hold it. */
export const testKeyQuery = queryOptions({
  queryKey: ["test-key"],
  queryFn: () => trpcClient.testMode.giveKey.mutate(),
  staleTime: Number.POSITIVE_INFINITY,
});
