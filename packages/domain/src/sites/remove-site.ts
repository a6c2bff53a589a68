import { site } from "@sightline/db/schema/site";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { returnSiteTasks } from "./return-site-tasks";
import { siteChanged } from "./site-changed";

/** Forgets a site; its challenges that nobody has begun are returned unpaid. The log of its checks stays. */
export async function removeSite(
  ctx: DomainContext,
  { accountId, siteId }: { accountId: number; siteId: number },
): Promise<{ returnedTasks: number }> {
  const gone = await ctx.db
    .delete(site)
    .where(and(eq(site.id, siteId), eq(site.accountId, accountId)))
    .returning({ id: site.id });
  if (gone.length === 0) throw new Refusal("not_found", "There is no such site.");
  siteChanged(ctx, accountId);
  return { returnedTasks: await returnSiteTasks(ctx, [accountId]) };
}
