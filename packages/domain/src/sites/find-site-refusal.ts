import type { SiteState } from "@sightline/contract/sites";
import type { DomainContext } from "../context";
import { stateOf } from "./site";

const SAYS: Record<Exclude<SiteState, "good">, string> = {
  unproved: "has not been verified yet: publish its proof and let it be checked on the page Sites.",
  waiting: "is verified and waits for our staff, who look at the first site of each account.",
  suspended: "is suspended: its proof was not found any more. Check it again on the page Sites.",
  refused: "was refused by our staff. The reason stands on the page Sites.",
  switched_off: "is switched off here, by its owner or by our staff.",
};

/**
 * Why an account may not send challenges of this host (as the WHATWG URL parser reads it, without trailing dot and
 * port), in words for the customer; null when it may. Rejects when the database is away.
 */
export async function findSiteRefusal(
  ctx: Pick<DomainContext, "sites">,
  { accountId, host }: { accountId: number; host: string },
): Promise<string | null> {
  const site = await ctx.sites.siteFor(accountId, host);
  if (site === null) {
    return `The site ${host} is not verified for this account. Verify that you own it on the page Sites, or use a vendor's test key.`;
  }
  const { state } = stateOf(site, host);
  return state === "good" ? null : `The site ${host} ${SAYS[state]}`;
}
