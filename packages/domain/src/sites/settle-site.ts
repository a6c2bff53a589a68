import type { Database } from "@sightline/db/database";
import { site } from "@sightline/db/schema/site";
import { eq } from "drizzle-orm";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";
import { returnSiteTasks } from "./return-site-tasks";
import { siteChanged } from "./site-changed";

/**
 * What a decision on a site does to it, with the notice to its owner and the audit entry, within the transaction of
 * `db`: approved, or refused with the reason that its owner reads. What it returns is to be called after the commit.
 */
export async function settleSite(
  ctx: DomainContext,
  db: Pick<Database, "select" | "update" | "insert" | "execute">,
  { siteId, decidedBy, refusedReason }: { siteId: number; decidedBy: number; refusedReason: string | null },
): Promise<() => Promise<void>> {
  const now = new Date(ctx.clock.nowMs());
  const [row] = await db.select().from(site).where(eq(site.id, siteId)).for("update");
  if (!row) throw new Refusal("not_found", "There is no such site.");
  await db
    .update(site)
    .set(
      refusedReason === null
        ? { approvedAt: row.approvedAt ?? now, refusedAt: null, refusedReason }
        : { approvedAt: null, refusedAt: now, refusedReason },
    )
    .where(eq(site.id, siteId));
  const { host, accountId } = row;
  if (refusedReason === null)
    await giveNotice(ctx, { accountId, notice: "site_approved", params: { host } }, db);
  else
    await giveNotice(ctx, { accountId, notice: "site_refused", params: { host, reason: refusedReason } }, db);
  await recordStaffAct(db, {
    actorId: decidedBy,
    act: refusedReason === null ? "approve_site" : "refuse_site",
    subject: `site:${siteId}`,
    before: { host, approved: row.approvedAt !== null, refusedReason: row.refusedReason },
    after: { host, approved: refusedReason === null, refusedReason },
    reason: refusedReason,
  });
  return async () => {
    siteChanged(ctx, accountId);
    if (refusedReason !== null) await returnSiteTasks(ctx, [accountId]);
  };
}
