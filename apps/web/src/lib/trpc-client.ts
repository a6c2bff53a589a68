import type { AppRouter } from "@sightline/api/trpc/app-router";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";

const ADDRESS = "/trpc";
const CALLS_PER_BATCH_MAX = 10;

/** The server's procedures. Calls of one moment share a request; subscriptions are event streams. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: httpSubscriptionLink({ url: ADDRESS }),
      false: httpBatchLink({ url: ADDRESS, maxItems: CALLS_PER_BATCH_MAX }),
    }),
  ],
});
