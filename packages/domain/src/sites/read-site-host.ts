import { isIP } from "node:net";
import { parse } from "tldts";
import { bareHost, readHttpUrl } from "../outbound/safe-request";

export type SiteHostReading = { ok: true; host: string } | { ok: false; says: string };

const HOST_LENGTH_MAX = 253;

/**
 * The host of a site that somebody may own, as the WHATWG URL parser writes it (lower case, punycode, no trailing dot
 * and no port), from a name or a URL. Refused: addresses, names outside the public list, public suffixes such as
 * `co.uk`, and names under a host of other people's pages, such as `alice.github.io`, by the Public Suffix List.
 */
export function readSiteHost(text: string): SiteHostReading {
  const trimmed = text.trim();
  const url = readHttpUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  const host = url === null ? "" : bareHost(url);
  if (host === "" || host.length > HOST_LENGTH_MAX) return refuse("This is no name of a site.");
  if (isIP(host) !== 0) return refuse("An address cannot be verified. Enter the site's name.");
  const { domain, publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  if (isPrivate) {
    return refuse(
      `Names under ${publicSuffix} hold pages of many people, so nobody can prove to own one. Verify a domain of your own.`,
    );
  }
  if (!isIcann) return refuse(`${host} does not end with a public domain ending.`);
  if (domain === null) return refuse(`${host} is a public ending that nobody owns. Enter a name under it.`);
  return { ok: true, host };
}

/** Whether two names belong to one registered domain, so that the owner of one may speak for the other. */
export function haveOneOwner(host: string, other: string): boolean {
  const [a, b] = [host, other].map((name) => parse(name, { allowPrivateDomains: true }).domain);
  return a !== null && a === b;
}

function refuse(says: string): SiteHostReading {
  return { ok: false, says };
}
