import type { TaskKind } from "@sightline/contract/task-kinds";
import { Money } from "@sightline/ui/money";
import { Skeleton } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc";

/** What a thousand tasks of a kind cost now. */
export function PricePerThousand({ kind }: { kind: TaskKind }) {
  const { data } = useQuery(trpc.public.prices.queryOptions());
  const price = data?.find((row) => row.kind === kind);
  if (!price) return <Skeleton className="h-7 w-32" />;
  return <Money micros={price.priceMicros * 1_000} className="text-20 font-semibold" />;
}
