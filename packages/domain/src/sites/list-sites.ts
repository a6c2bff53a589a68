import type { SiteRow } from "@sightline/contract/sites";
import type { DomainContext } from "../context";
import { toSiteRow } from "./site";

/** An account's sites as the table has them now, by name. */
export async function listSites(ctx: Pick<DomainContext, "sites">, accountId: number): Promise<SiteRow[]> {
  return (await ctx.sites.read(accountId)).map(toSiteRow);
}
