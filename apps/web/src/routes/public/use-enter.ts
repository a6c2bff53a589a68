import type { Me } from "@sightline/contract/session";
import { useRouter } from "@tanstack/react-router";
import { homeOf } from "../../lib/area";
import { meQuery } from "../../lib/me";
import { queryClient } from "../../lib/query-client";

/** Goes on as the person who has just logged in: to `href`, or to where their role is at home. */
export function useEnter(): (me: Me, href?: string) => void {
  const router = useRouter();
  return (me, href) => {
    // Whatever an earlier person saw in this window is gone with this line.
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, me);
    void router.navigate({ href: href ?? homeOf(me.role), replace: true });
  };
}
