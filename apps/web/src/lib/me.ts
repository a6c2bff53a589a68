import type { Me } from "@sightline/contract/session";
import { useSuspenseQuery } from "@tanstack/react-query";
import { trpc } from "./trpc";

const FRESH_MS = 60_000;

/** Who is logged in, asked at most once a minute; a session that ends earlier shows at the next call. */
export const meQuery = trpc.session.me.queryOptions(undefined, { staleTime: FRESH_MS });

/** The person in front of a page that needs a log-in; its route has made sure that there is one. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (data === null) throw new Error("a page that needs a log-in was shown without one");
  return data;
}
