import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";

const QUERY_MS = 2_000;
const QUERY_TRIES = 2;
/** A name with more addresses than anybody needs is cut, so that none makes us check thousands. */
const ADDRESSES_MAX = 32;

/**
 * The addresses of a host as the WHATWG URL parser writes it (IPv6 without brackets); empty when there are none.
 *
 * Names are asked of DNS only: no hosts file, no search domains, so that no name of our own network can be meant.
 * Rejects when no name server answers.
 */
export async function findAddresses(host: string, dnsServers?: readonly string[]): Promise<string[]> {
  if (isIP(host) !== 0) return [host];
  if (host === "localhost" || host.endsWith(".localhost")) return ["127.0.0.1", "::1"];
  const resolver = openResolver(dnsServers);
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = [v4, v6].flatMap((found) => (found.status === "fulfilled" ? found.value : []));
  if (addresses.length === 0) {
    for (const found of [v4, v6]) {
      if (found.status === "rejected" && !saysNothingThere(found.reason)) throw found.reason;
    }
  }
  return addresses.slice(0, ADDRESSES_MAX);
}

/** Asks the given name servers, the machine's when there are none; each question ends within a few seconds. */
export function openResolver(dnsServers?: readonly string[]): Resolver {
  const resolver = new Resolver({ timeout: QUERY_MS, tries: QUERY_TRIES });
  if (dnsServers) resolver.setServers(dnsServers);
  return resolver;
}

/** Whether a name server has answered, and said that there is nothing by that name. */
export function saysNothingThere(error: unknown): boolean {
  return NO_SUCH_NAME.has(errorCode(error));
}

/** A name server's answer that there is no such name, no such record, or that it is no name. */
const NO_SUCH_NAME = new Set(["ENOTFOUND", "ENODATA", "EBADNAME"]);

function errorCode(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
