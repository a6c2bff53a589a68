import type { DomainContext } from "../context";

/**
 * Whether this account has proved that it owns the site with this host (as the WHATWG URL parser reads it, without
 * trailing dot and port), and staff have not switched it off. One indexed read; rejects when the database is away.
 */
export async function isSiteVerified(
  ctx: Pick<DomainContext, "pool">,
  { accountId, host }: { accountId: number; host: string },
): Promise<boolean> {
  const { rowCount } = await ctx.pool.query({
    name: "find_verified_site",
    text: `select from site
           where account_id = $1 and host = $2 and verified_at is not null and suspended_at is null`,
    values: [accountId, host],
  });
  return rowCount === 1;
}
