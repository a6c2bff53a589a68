import { useQuery } from "@tanstack/react-query";
import { useMe } from "./me";
import { trpcClient } from "./trpc-client";

/**
 * The account's test key, made when it is first asked for; it can spend nothing, so pages may hold it. An admin who looks
 * at somebody's pages can make nothing and gets no key of theirs: it is not asked for then.
 */
export function useTestKey() {
  const { viewing } = useMe();
  const withheld = viewing !== undefined;
  const { data, error, refetch } = useQuery({
    queryKey: ["test-key"],
    queryFn: () => trpcClient.testMode.giveKey.mutate(),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: !withheld,
  });
  return { key: data?.key, error, refetch, withheld };
}
