import type { PageProxy } from "@sightline/domain/outbound/page-proxy";
import { given, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

const PROXY =
  /^(?:(?<user>[^\s:@]+):(?<password>[^\s@]+)@)?(?<host>[a-z0-9.-]+|\[[0-9a-f:.]+\]):(?<port>\d{1,5})$/i;
const PROXY_TYPES = ["HTTP", "HTTPS", "SOCKS4", "SOCKS5"] as const;
const LENGTH_MAX = 1_000;

/** A proxy that is given must read `user:password@host:port` or `host:port`, and its type be one we know. */
export function readProxy(input: WireInput): PageProxy | null | WireRefusal {
  const text = given(input, "proxy");
  if (text === undefined) return null;
  const parts = text.length <= LENGTH_MAX ? PROXY.exec(text)?.groups : undefined;
  const port = Number(parts?.port);
  const named = (given(input, "proxytype") ?? "HTTP").toUpperCase();
  const type = PROXY_TYPES.find((known) => known === named);
  if (!parts?.host || type === undefined || !(port >= 1 && port <= 65_535))
    return refuse("ERROR_PROXY_FORMAT");
  const host = parts.host.replace(/^\[|\]$/g, "").toLowerCase();
  const { user, password } = parts;
  return {
    type,
    host,
    port,
    ...(user !== undefined && password !== undefined && { user: plain(user), password: plain(password) }),
  };
}

/** Symbols that would end a part are percent-encoded; a percent sign that encodes nothing is itself. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
