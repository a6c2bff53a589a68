import { randomBytes } from "node:crypto";
import { SITES_PER_ACCOUNT_MAX, type SiteMethod, type SiteRow } from "@sightline/contract/sites";
import { site } from "@sightline/db/schema/site";
import { count, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { getSite } from "./get-site";
import { readSiteHost } from "./read-site-host";
import { toSiteRow } from "./site";
import { siteChanged } from "./site-changed";

/**
 * Notes a site that an account wants to verify, with the token that proves it. Two accounts may have the same site,
 * each with a token of its own. Two requests at once may exceed the most an account can have by one.
 */
export async function addSite(
  ctx: DomainContext,
  wanted: { accountId: number; host: string; method: SiteMethod; subdomains: boolean },
): Promise<SiteRow> {
  const { accountId, method, subdomains } = wanted;
  const read = readSiteHost(wanted.host);
  if (!read.ok) throw new Refusal("conflict", read.says);
  if (subdomains && method !== "dns") {
    throw new Refusal("conflict", "Names under a site are proved by DNS only. Choose the DNS record.");
  }
  const [known] = await ctx.db.select({ sites: count() }).from(site).where(eq(site.accountId, accountId));
  if ((known?.sites ?? 0) >= SITES_PER_ACCOUNT_MAX) {
    throw new Refusal("conflict", `An account may have ${SITES_PER_ACCOUNT_MAX} sites. Remove one first.`);
  }
  const [row] = await ctx.db
    .insert(site)
    .values({
      accountId,
      host: read.host,
      method,
      subdomains,
      token: makeSiteToken(),
      createdAt: new Date(ctx.clock.nowMs()),
    })
    .onConflictDoNothing()
    .returning({ id: site.id });
  if (!row) throw new Refusal("conflict", `${read.host} is one of your sites already.`);
  siteChanged(ctx, accountId);
  return toSiteRow(await getSite(ctx, { accountId, siteId: row.id }));
}

/** Bound to the account by being in its row alone: nobody else's site is proved by it. */
export function makeSiteToken(): string {
  return `sightline-site=${randomBytes(18).toString("base64url")}`;
}
