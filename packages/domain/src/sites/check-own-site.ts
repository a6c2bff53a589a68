import type { SiteCheckReply } from "@sightline/contract/sites";
import type { DomainContext } from "../context";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { Refusal } from "../refusal";
import { checkSite } from "./check-site";
import { getSite } from "./get-site";
import { toSiteRow } from "./site";

/** The owner wants to know now whether the proof is found. */
export async function checkOwnSite(
  ctx: DomainContext,
  { accountId, siteId }: { accountId: number; siteId: number },
): Promise<SiteCheckReply> {
  const site = await getSite(ctx, { accountId, siteId });
  const verdict = await hitExactLimit(ctx, "site_checks", String(accountId));
  if (!verdict.allowed) {
    throw new Refusal(
      "busy",
      `Too many checks. Try again in ${Math.ceil(verdict.retryAfterMs / 1_000)} seconds.`,
    );
  }
  const finding = await checkSite(ctx, site, "owner");
  if (finding === null) throw new Refusal("not_found", "There is no such site.");
  return { ...finding, site: toSiteRow(await getSite(ctx, { accountId, siteId })) };
}
