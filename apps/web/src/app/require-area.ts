import { redirect } from "@tanstack/react-router";
import { type Area, areaOf } from "../lib/area";
import { meQuery } from "../lib/me";
import { queryClient } from "../lib/query-client";
import { WrongArea } from "../lib/wrong-area";

/**
 * Lets only that area's people on to a page: others are told so, and who is not logged in comes back to `href`
 * after the log-in. This is about showing the right page; what may be read and done the server decides alone.
 */
export async function requireArea(area: Area, href: string): Promise<void> {
  const me = await queryClient.ensureQueryData({ ...meQuery, revalidateIfStale: true });
  if (me === null) throw redirect({ to: "/login", search: { next: href } });
  if (areaOf(me.role) !== area) throw new WrongArea(me, area);
}
