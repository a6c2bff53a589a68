import type { DomainContext } from "../context";
import type { CallbackHost } from "./callback-hosts";
import { type CallbackAddress, callbackAddressOf, writeCallbackAddress } from "./read-callback-address";

/**
 * Why an account may not be called back at this URL, in words for the customer; null when it may. The host counts
 * as it is written, and the port too where it was registered with one. Rejects when the database is away.
 */
export async function findCallbackRefusal(
  ctx: DomainContext,
  accountId: number,
  url: string,
): Promise<string | null> {
  const address = callbackAddressOf(url);
  if (address === null) return "The callback address is not an http or https URL without a user name.";
  const matching = hostsFor(await ctx.callbackHosts.of(accountId), address);
  if (matching.length === 0) {
    return `The callback host ${writeCallbackAddress(address)} is not registered for this account.`;
  }
  if (matching.every((host) => host.switchedOffAtMs !== null)) {
    return `The callback host ${address.host} was switched off: its calls failed for a day. Register it again.`;
  }
  return null;
}

/** The registrations that cover an address. */
export function hostsFor(hosts: readonly CallbackHost[], { host, port }: CallbackAddress): CallbackHost[] {
  return hosts.filter((known) => known.host === host && (known.port === 0 || known.port === port));
}
