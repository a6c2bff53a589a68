import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc";

/** The server measures anew every ten seconds. */
const REFETCH_MS = 10_000;

export const publicFiguresQuery = trpc.public.figures.queryOptions(undefined, {
  refetchInterval: REFETCH_MS,
  placeholderData: keepPreviousData,
});
