import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

/** Lets a host that failed for a day be called again. That it belongs to the account was proved when it was registered. */
export async function switchOnCallbackHost(
  ctx: Pick<DomainContext, "pool" | "callbackHosts" | "hints">,
  { accountId, host, port }: { accountId: number; host: string; port: number },
): Promise<void> {
  const { rowCount } = await ctx.pool.query(
    `update callback_host set failing_since = null, switched_off_at = null, last_failure = null
     where account_id = $1 and host = $2 and port = $3`,
    [accountId, host, port],
  );
  if (rowCount === 0) throw new Refusal("not_found", "There is no such callback host.");
  ctx.callbackHosts.forget(accountId);
  ctx.hints.changed(`callback_hosts:${accountId}`);
}
