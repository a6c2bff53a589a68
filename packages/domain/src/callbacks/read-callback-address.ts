import { isIP } from "node:net";
import { bareHost, readHttpUrl } from "../outbound/safe-request";

/** A host that may be called back, as the WHATWG URL parser writes it (IPv6 without brackets); port 0 is every port. */
export interface CallbackAddress {
  host: string;
  port: number;
}

const ADDRESS_LENGTH_MAX = 2_000;
const HOST_LENGTH_MAX = 253;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Reads what a customer registers: a domain, an IP address, either with a port, or a full URL whose path does not
 * count. A port counts only when it is written. Null for anything else.
 */
export function readCallbackAddress(text: string): CallbackAddress | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > ADDRESS_LENGTH_MAX) return null;
  const rest = trimmed.replace(/^https?:\/\//i, "");
  if (OTHER_SCHEME.test(rest)) return null;
  const authority = isIP(rest) === 6 ? `[${rest}]` : rest;
  // The parser drops the port that its scheme implies; under the other scheme it keeps it.
  const plain = readHttpUrl(`http://${authority}`);
  const secure = readHttpUrl(`https://${authority}`);
  if (plain === null || secure === null) return null;
  const host = bareHost(plain);
  if (host === "" || host.length > HOST_LENGTH_MAX) return null;
  return { host, port: Number(plain.port || secure.port || 0) };
}

/** The host and the port that a call to this URL goes to; null when no call can go there. */
export function callbackAddressOf(text: string): CallbackAddress | null {
  const url = text.length > ADDRESS_LENGTH_MAX ? null : readHttpUrl(text);
  if (url === null) return null;
  return { host: bareHost(url), port: Number(url.port) || (url.protocol === "https:" ? 443 : 80) };
}

/** The address as the protocol lists it. */
export function writeCallbackAddress({ host, port }: CallbackAddress): string {
  const written = isIP(host) === 6 && port !== 0 ? `[${host}]` : host;
  return port === 0 ? written : `${written}:${port}`;
}
