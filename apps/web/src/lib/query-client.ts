import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { announceIfLoggedOut } from "./logged-out";
import { mayPassByItself } from "./server-error";

const RETRIES_MAX = 2;

/** What the server said, kept for the whole app. Only what may pass by itself is asked again without a person. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: announceIfLoggedOut }),
  mutationCache: new MutationCache({ onError: announceIfLoggedOut }),
  defaultOptions: {
    queries: {
      staleTime: 1_000,
      retry: (failures, error) => failures < RETRIES_MAX && mayPassByItself(error),
    },
    mutations: { retry: false },
  },
});
