import type { DomainContext } from "../context";
import { closeCase } from "../moderation/close-case";
import { settleSite } from "./settle-site";

export type SiteVerdict = { verdict: "approve" } | { verdict: "refuse"; reason: string };

/** Staff approve a site, or refuse it with a reason; either may be changed later. It ends the site's case in the queue. */
export async function decideSite(
  ctx: DomainContext,
  { siteId, decidedBy, ...verdict }: { siteId: number; decidedBy: number } & SiteVerdict,
): Promise<void> {
  const refusedReason = verdict.verdict === "refuse" ? verdict.reason : null;
  const afterCommit = await ctx.db.transaction(async (tx) => {
    await closeCase(ctx, tx, {
      kind: "new_site",
      subject: `site:${siteId}`,
      verdict: refusedReason === null ? "accept" : "refuse",
    });
    return settleSite(ctx, tx, { siteId, decidedBy, refusedReason });
  });
  await afterCommit();
}
