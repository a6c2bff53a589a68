import type { FastifyRequest } from "fastify";

/**
 * Whether a request comes from one of our own pages, or from a program that is no browser. Browsers say so in
 * Sec-Fetch-Site; older ones in Origin, which must name the host that was asked, or the public one behind a proxy
 * that changes Host. A page of another origin is refused even on the same host: cookies don't know ports.
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const { headers } = request.raw;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === headers.host || host === new URL(publicUrl).host;
}
