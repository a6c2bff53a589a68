import type { DomainContext } from "../context";
import { readCallbackAddress } from "./read-callback-address";

/**
 * Takes back the right to be called at one host, written as it was registered, or at `all` of them. What is not
 * there is taken back already. Null when `addr` is neither.
 */
export async function removeCallbackHosts(
  ctx: DomainContext,
  { accountId, addr }: { accountId: number; addr: string },
): Promise<{ removed: number } | null> {
  const address = addr.trim().toLowerCase() === "all" ? "all" : readCallbackAddress(addr);
  if (address === null) return null;
  const { rowCount } =
    address === "all"
      ? await ctx.pool.query("delete from callback_host where account_id = $1", [accountId])
      : await ctx.pool.query("delete from callback_host where account_id = $1 and host = $2 and port = $3", [
          accountId,
          address.host,
          address.port,
        ]);
  ctx.callbackHosts.forget(accountId);
  ctx.hints.changed(`callback_hosts:${accountId}`);
  return { removed: rowCount ?? 0 };
}
