import { trpc } from "../../lib/trpc";

export const earningsQuery = trpc.earnings.mine.queryOptions(undefined, { refetchInterval: 10_000 });
