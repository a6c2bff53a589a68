import { keepPreviousData } from "@tanstack/react-query";
import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

const ROWS = 50;

export const depositsStateQuery = trpc.deposits.state.queryOptions(undefined, live);
export const staffDepositsQuery = (before: number | undefined) =>
  trpc.deposits.list.queryOptions(
    { ...(before !== undefined && { before }), limit: ROWS },
    { placeholderData: keepPreviousData },
  );
export const decideMutation = () => trpc.deposits.decide.mutationOptions({ onSuccess: depositsChanged });
export const bookByHandMutation = () =>
  trpc.deposits.bookByHand.mutationOptions({ onSuccess: depositsChanged });
export const reverseMutation = () => trpc.deposits.reverse.mutationOptions({ onSuccess: depositsChanged });

async function depositsChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.deposits.pathKey() });
}
