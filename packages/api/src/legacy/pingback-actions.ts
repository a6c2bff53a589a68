import { listCallbackHosts } from "@sightline/domain/callbacks/list-hosts";
import { writeCallbackAddress } from "@sightline/domain/callbacks/read-callback-address";
import { registerCallbackHost } from "@sightline/domain/callbacks/register-host";
import { removeCallbackHosts } from "@sightline/domain/callbacks/remove-hosts";
import type { DomainContext } from "@sightline/domain/context";
import { given, isOn } from "../wire/wire-input";
import { type Answer, done, plain, refused } from "./answer";
import type { RequestInput } from "./request-input";

interface PingbackCall {
  accountId: number;
  /** Where the request came from: it proves whose the host is. */
  address: string;
  input: RequestInput;
}

const NO_ADDR = "The parameter addr is missing.";

/**
 * `add_pingback`: registers a host for callbacks. One client knows `OK` only, another one `OK_PINGBACK` in JSON
 * only; each gets its word. Rejects when the database is away.
 */
export async function addPingback(
  ctx: DomainContext,
  { accountId, address, input }: PingbackCall,
): Promise<Answer> {
  const addr = given(input, "addr");
  if (addr === undefined) return refused("ERROR_BAD_PARAMETERS", NO_ADDR);
  const reply = await registerCallbackHost(ctx, { accountId, addr, callerAddress: address });
  if (!reply.ok) return refused(reply.code, reply.says);
  return plain(isOn(given(input, "json")) ? "OK_PINGBACK" : "OK");
}

/** `get_pingback`: the registered hosts, in text mode behind `OK|`. */
export async function getPingback(ctx: DomainContext, accountId: number): Promise<Answer> {
  const hosts = await listCallbackHosts(ctx, accountId);
  return done(hosts.map(writeCallbackAddress).join("|"));
}

/** `del_pingback`: one host as it was registered, or `all`. What is not there is deleted already. */
export async function deletePingback(
  ctx: DomainContext,
  { accountId, input }: PingbackCall,
): Promise<Answer> {
  const addr = given(input, "addr");
  if (addr === undefined) return refused("ERROR_BAD_PARAMETERS", NO_ADDR);
  const removed = await removeCallbackHosts(ctx, { accountId, addr });
  if (removed === null) {
    return refused("ERROR_BAD_PARAMETERS", "The parameter addr is no domain, IP address, URL or `all`.");
  }
  return plain("OK");
}
