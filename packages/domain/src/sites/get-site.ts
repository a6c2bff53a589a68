import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { SITE_COLUMNS, type Site, type SiteColumns, toSite } from "./site";

/** One of the account's own sites. Refuses what is not there and what is somebody else's alike. */
export async function getSite(
  ctx: Pick<DomainContext, "pool">,
  { accountId, siteId }: { accountId: number; siteId: number },
): Promise<Site> {
  const { rows } = await ctx.pool.query<SiteColumns>({
    name: "site_of_account",
    text: `select ${SITE_COLUMNS} from site s where s.id = $1 and s.account_id = $2`,
    values: [siteId, accountId],
  });
  const [row] = rows;
  if (!row) throw new Refusal("not_found", "There is no such site.");
  return toSite(row);
}
