import type { DomainContext } from "../context";
import { isLoopback, unmappedAddress } from "../outbound/public-address";
import { HOSTS_PER_ACCOUNT_MAX } from "./callback-hosts";
import { type CallbackAddress, readCallbackAddress } from "./read-callback-address";

export type RegisterHostReply =
  | { ok: true; address: CallbackAddress }
  | { ok: false; code: "ERROR_BAD_PARAMETERS" | "ERROR_IP_ADDRES"; says: string };

/**
 * Lets an account be called back at a host. That the host is theirs is proved by where the request comes from: one
 * of the addresses that the host has. A host that was switched off is switched on again.
 */
export async function registerCallbackHost(
  ctx: DomainContext,
  { accountId, addr, callerAddress }: { accountId: number; addr: string; callerAddress: string },
): Promise<RegisterHostReply> {
  const address = readCallbackAddress(addr);
  if (address === null) return refusal("The parameter addr is not a domain, an IP address or a URL.");
  const found = await ctx.outbound.addressesOf(address.host);
  if (!found.ok) {
    return found.failure === "dns"
      ? { ok: false, code: "ERROR_IP_ADDRES", says: `The name ${address.host} could not be resolved.` }
      : refusal(`The address of ${address.host} is private, reserved or this server's own.`);
  }
  const caller = unmappedAddress(callerAddress);
  if (!found.addresses.some((candidate) => isSame(candidate, caller))) {
    return {
      ok: false,
      code: "ERROR_IP_ADDRES",
      says: `This request came from ${caller}, which is no address of ${address.host}. Send it from that host.`,
    };
  }
  if (!(await store(ctx, accountId, address))) {
    return refusal(`An account may register ${HOSTS_PER_ACCOUNT_MAX} addresses. Delete one first.`);
  }
  ctx.callbackHosts.forget(accountId);
  ctx.hints.changed(`callback_hosts:${accountId}`);
  return { ok: true, address };
}

/** Loopback is one machine, whichever of its addresses a program happened to use; only the demo gets this far. */
function isSame(candidate: string, caller: string): boolean {
  return candidate === caller || (isLoopback(candidate) && isLoopback(caller));
}

/** False when the account has as many as it may. Two requests at once may exceed that by one. */
async function store(
  ctx: DomainContext,
  accountId: number,
  { host, port }: CallbackAddress,
): Promise<boolean> {
  const { rowCount } = await ctx.pool.query({
    name: "register_callback_host",
    text: `
      insert into callback_host (account_id, host, port, registered_at)
      select $1::int, $2::text, $3::int, $4::timestamptz
      where exists (select from callback_host where account_id = $1 and host = $2 and port = $3)
        or (select count(*) from callback_host where account_id = $1) < ${HOSTS_PER_ACCOUNT_MAX}
      on conflict (account_id, host, port) do update
        set failing_since = null, switched_off_at = null, last_failure = null`,
    values: [accountId, host, port, new Date(ctx.clock.nowMs())],
  });
  return rowCount === 1;
}

function refusal(says: string): RegisterHostReply {
  return { ok: false, code: "ERROR_BAD_PARAMETERS", says };
}
