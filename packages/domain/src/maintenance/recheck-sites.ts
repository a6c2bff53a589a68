import { checkSite } from "../sites/check-site";
import { SITE_COLUMNS, type SiteColumns, toSite } from "../sites/site";
import type { Service } from "./service";

const SITES_A_RUN = 10;
/** A process that dies while it looks delays the next look by this. */
const HOLD_MS = 120_000;

/**
 * Looks at each verified site once a day, a few at a time: whoever takes one moves its time on before it looks, so
 * that no other process looks too.
 */
export const recheckSites: Service = {
  name: "recheck-sites",
  everyMs: 5_000,
  async runOnce(ctx) {
    const nowMs = ctx.clock.nowMs();
    const { rows } = await ctx.pool.query<SiteColumns>({
      name: "sites_due",
      text: `
        with due as (
          select id from site where next_check_at <= $1::timestamptz
          order by next_check_at limit ${SITES_A_RUN} for update skip locked),
        taken as (update site set next_check_at = $2::timestamptz from due where site.id = due.id returning site.id)
        select ${SITE_COLUMNS} from site s join taken t on t.id = s.id`,
      values: [new Date(nowMs), new Date(nowMs + HOLD_MS)],
    });
    await Promise.all(rows.map((row) => checkSite(ctx, toSite(row), "daily")));
    return rows.length;
  },
};
