import { trpc } from "./trpc";

/** Whether one's own account is suspended, and why; asked again, since staff may suspend it or lift that at any time. */
export const standingQuery = trpc.standing.mine.queryOptions(undefined, { refetchInterval: 30_000 });
