import { site } from "@sightline/db/schema/site";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { closeCase } from "../moderation/close-case";
import { Refusal } from "../refusal";
import { returnSiteTasks } from "./return-site-tasks";
import { siteChanged } from "./site-changed";

/** Forgets a site; its challenges that nobody has begun are returned unpaid. The log of its checks stays, its case is withdrawn. */
export async function removeSite(
  ctx: DomainContext,
  { accountId, siteId }: { accountId: number; siteId: number },
): Promise<{ returnedTasks: number }> {
  await ctx.db.transaction(async (tx) => {
    const owned = and(eq(site.id, siteId), eq(site.accountId, accountId));
    const [own] = await tx.select({ id: site.id }).from(site).where(owned);
    if (own === undefined) throw new Refusal("not_found", "There is no such site.");
    await closeCase(ctx, tx, { kind: "new_site", subject: `site:${siteId}`, verdict: "withdrawn" });
    await tx.delete(site).where(owned);
  });
  siteChanged(ctx, accountId);
  return { returnedTasks: await returnSiteTasks(ctx, [accountId]) };
}
