import { rootCertificates } from "node:tls";
import { Exchange, type OutboundReply, type OutboundRequest } from "./exchange";
import { findAddresses } from "./find-addresses";
import { isLoopback, isOwnAddress, isPublicAddress } from "./public-address";

/**
 * Requests to addresses that customers name. Somebody may name an address inside our own network, or a name that
 * answers with a public address when it is checked and with a private one when it is connected to (DNS rebinding).
 * So a name is resolved once for each request, every address it has must be public, and the socket goes to exactly
 * those addresses: nothing is resolved a second time. Redirects are answers, not orders; connections are not kept.
 */
export interface OutboundOptions {
  /** For the demo on one's own machine only. */
  allowLoopback: boolean;
  /** Addresses and names at which this installation is reached, beside the addresses of the machine's interfaces. */
  ownAddresses?: readonly string[];
  /** Name servers as `address:port`; the machine's when absent. */
  dnsServers?: readonly string[] | undefined;
  /** Until the connection stands, names and TLS included. */
  connectMs?: number;
  /** Until the last byte of the answer. */
  totalMs?: number;
  /** Certificates that are trusted beside the usual ones: for tests only. */
  trusted?: readonly string[];
}

/** One address that may not be called is enough to refuse the host. */
export type HostAddresses =
  | { ok: true; addresses: string[] }
  | { ok: false; failure: "dns" | "refused_address" };

export class Outbound {
  /** What TLS trusts; undefined: the usual. */
  readonly authorities: string[] | undefined;
  readonly #own: ReadonlySet<string>;

  constructor(private readonly options: OutboundOptions) {
    this.#own = new Set(options.ownAddresses);
    this.authorities = options.trusted && [...rootCertificates, ...options.trusted];
  }

  /** The addresses of a host, all of them fit to be called. Never rejects. */
  async addressesOf(host: string): Promise<HostAddresses> {
    if (this.#own.has(host)) return { ok: false, failure: "refused_address" };
    let addresses: string[];
    try {
      addresses = await findAddresses(host, this.options.dnsServers);
    } catch {
      return { ok: false, failure: "dns" };
    }
    if (addresses.length === 0) return { ok: false, failure: "dns" };
    if (!addresses.every((address) => this.#mayCall(address)))
      return { ok: false, failure: "refused_address" };
    return { ok: true, addresses };
  }

  /** One request, one answer, no redirect. Never rejects. */
  async request(request: OutboundRequest): Promise<OutboundReply> {
    const url = readHttpUrl(request.url);
    if (url === null) return { ok: false, failure: "bad_url", status: null };
    const exchange = new Exchange(this.options, request.signal);
    // Reading names cannot be cut short; the clock of the exchange runs all the same.
    const found = await Promise.race([this.addressesOf(bareHost(url)), exchange.reply]);
    if ("addresses" in found) exchange.send(url, request, found.addresses);
    else if (!found.ok) exchange.fail(found.failure);
    return exchange.reply;
  }

  #mayCall(address: string): boolean {
    if (isLoopback(address)) return this.options.allowLoopback;
    return isPublicAddress(address) && !this.#own.has(address) && !isOwnAddress(address);
  }
}

/** An http or https URL without credentials, or null. */
export function readHttpUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  return url.username === "" && url.password === "" ? url : null;
}

/** The host without brackets and without the dot that may end a name. */
export function bareHost({ hostname }: URL): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname.replace(/\.$/, "");
}
