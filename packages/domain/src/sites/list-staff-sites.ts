import type { StaffSiteRow } from "@sightline/contract/sites";
import type { DomainContext } from "../context";
import { SITE_COLUMNS, type SiteColumns, toSite, toSiteRow } from "./site";

const LATEST = 100;

/** What staff look at: sites that wait for a decision first, the oldest of them on top, then the latest others. */
export async function listStaffSites(ctx: Pick<DomainContext, "pool">): Promise<StaffSiteRow[]> {
  const { rows } = await ctx.pool.query<SiteColumns & { email: string | null }>({
    name: "staff_sites",
    text: `
      select ${SITE_COLUMNS}, u.email
      from (
        (select * from site
         where approved_at is null and refused_at is null and verified_at is not null order by id limit ${LATEST})
        union all
        (select * from site
         where not (approved_at is null and refused_at is null and verified_at is not null)
         order by id desc limit ${LATEST})
      ) s left join auth_user u on u.account_id = s.account_id`,
  });
  return rows.map((row) => ({
    ...toSiteRow(toSite(row)),
    accountId: row.account_id,
    email: row.email ?? "",
  }));
}
