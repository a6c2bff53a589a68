import { isLowData } from "../../lib/low-data";
import { trpc } from "../../lib/trpc";

const PROGRESS_EVERY_MS = 60_000;
const SELDOM_MS = 5 * 60_000;

/** What the worker has come to; asked again each minute while the page is looked at. */
export const progressQuery = () =>
  trpc.progress.mine.queryOptions(undefined, {
    refetchInterval: isLowData() ? SELDOM_MS : PROGRESS_EVERY_MS,
    refetchOnWindowFocus: !isLowData(),
    staleTime: 5_000,
  });
