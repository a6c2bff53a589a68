import { site } from "@sightline/db/schema/site";
import { eq } from "drizzle-orm";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";
import { returnSiteTasks } from "./return-site-tasks";
import { siteChanged } from "./site-changed";

export type SiteVerdict = { verdict: "approve" } | { verdict: "refuse"; reason: string };

/** Staff approve a site, or refuse it with a reason; either may be changed later. */
export async function decideSite(
  ctx: DomainContext,
  { siteId, decidedBy, ...verdict }: { siteId: number; decidedBy: number } & SiteVerdict,
): Promise<void> {
  const now = new Date(ctx.clock.nowMs());
  const refusedReason = verdict.verdict === "refuse" ? verdict.reason : null;
  const accountId = await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(site).where(eq(site.id, siteId)).for("update");
    if (!row) throw new Refusal("not_found", "There is no such site.");
    await tx
      .update(site)
      .set(
        refusedReason === null
          ? { approvedAt: row.approvedAt ?? now, refusedAt: null, refusedReason }
          : { approvedAt: null, refusedAt: now, refusedReason },
      )
      .where(eq(site.id, siteId));
    const { host } = row;
    if (refusedReason === null)
      await giveNotice(ctx, { accountId: row.accountId, notice: "site_approved", params: { host } }, tx);
    else
      await giveNotice(
        ctx,
        { accountId: row.accountId, notice: "site_refused", params: { host, reason: refusedReason } },
        tx,
      );
    await recordStaffAct(tx, {
      actorId: decidedBy,
      act: refusedReason === null ? "approve_site" : "refuse_site",
      subject: `site:${siteId}`,
      before: { host, approved: row.approvedAt !== null, refusedReason: row.refusedReason },
      after: { host, approved: refusedReason === null, refusedReason },
      reason: refusedReason,
    });
    return row.accountId;
  });
  siteChanged(ctx, accountId);
  if (refusedReason !== null) await returnSiteTasks(ctx, [accountId]);
}
