import { trpc } from "../../lib/trpc";

const PROGRESS_EVERY_MS = 60_000;

/** What the worker has come to; asked again each minute while the page is looked at. */
export const progressQuery = () =>
  trpc.progress.mine.queryOptions(undefined, { refetchInterval: PROGRESS_EVERY_MS, staleTime: 5_000 });
