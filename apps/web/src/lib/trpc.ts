import type { AppRouter } from "@sightline/api/trpc/app-router";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { queryClient } from "./query-client";
import { trpcClient } from "./trpc-client";

/** Query and mutation options of every procedure, for a feature's `queries.ts`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
