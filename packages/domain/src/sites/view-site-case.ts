import type { SiteClaims } from "@sightline/contract/moderation";
import type { DomainContext } from "../context";
import { SITE_COLUMNS, type SiteColumns, stateOf, toSite } from "./site";

const OTHERS_MAX = 20;

/** What a moderator sees of a new site: how it was proved, since when its owner is here, and their other sites. */
export async function viewSiteCase(
  ctx: Pick<DomainContext, "pool">,
  siteId: number,
): Promise<SiteClaims | null> {
  const { rows } = await ctx.pool.query<SiteColumns & Owner>({
    name: "view_site_case",
    text: `
      select ${SITE_COLUMNS}, p.created_at as owner_since,
        (select json_agg(json_build_object('version', a.version,
             'acceptedAtMs', (extract(epoch from a.accepted_at) * 1000)::bigint) order by a.version desc)
           from policy_acceptance a join auth_user u on u.id = a.user_id where u.account_id = s.account_id) as acceptances
      from site s join account_profile p on p.account_id = s.account_id where s.id = $1`,
    values: [siteId],
  });
  const [row] = rows;
  if (row === undefined) return null;
  const others = await ctx.pool.query<SiteColumns>({
    name: "other_sites_of_owner",
    text: `select ${SITE_COLUMNS} from site s where s.account_id = $1 and s.id <> $2 order by s.host limit ${OTHERS_MAX}`,
    values: [row.account_id, siteId],
  });
  const site = toSite(row);
  return {
    host: site.host,
    subdomains: site.subdomains,
    method: site.method,
    verifiedAtMs: site.verifiedAtMs,
    state: stateOf(site).state,
    ownerSinceMs: row.owner_since.getTime(),
    acceptances: row.acceptances ?? [],
    otherSites: others.rows.map(toSite).map((other) => ({ host: other.host, state: stateOf(other).state })),
  };
}

interface Owner {
  owner_since: Date;
  acceptances: SiteClaims["acceptances"] | null;
}
