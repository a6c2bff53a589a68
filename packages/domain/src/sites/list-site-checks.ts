import type { SiteCheckRow } from "@sightline/contract/sites";
import { siteCheck } from "@sightline/db/schema/site-check";
import { and, desc, eq } from "drizzle-orm";
import type { DomainContext } from "../context";

const LATEST = 50;

/** The latest looks at one of the account's own sites, newest first. */
export async function listSiteChecks(
  ctx: Pick<DomainContext, "db">,
  { accountId, siteId }: { accountId: number; siteId: number },
): Promise<SiteCheckRow[]> {
  const rows = await ctx.db
    .select()
    .from(siteCheck)
    .where(and(eq(siteCheck.siteId, siteId), eq(siteCheck.accountId, accountId)))
    .orderBy(desc(siteCheck.id))
    .limit(LATEST);
  return rows.map(({ id, method, cause, outcome, detail, checkedAt }) => ({
    id,
    method,
    cause,
    outcome,
    detail,
    checkedAtMs: checkedAt.getTime(),
  }));
}
