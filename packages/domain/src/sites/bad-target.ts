import { createHash } from "node:crypto";
import type { PageProxy } from "../outbound/page-proxy";

/** A site key with its page, which the widget itself has refused, or a proxy that a page could not be loaded through. */
export type BadTarget =
  | { what: "pair"; siteKey: string; pageUrl: string }
  | { what: "proxy"; proxy: PageProxy };

/** What is kept of it: proxies hold passwords, pages may hold tokens. */
export function digestOf(target: BadTarget): Buffer {
  const parts =
    target.what === "pair"
      ? [target.siteKey, target.pageUrl]
      : [target.proxy.type, target.proxy.host, target.proxy.port, target.proxy.user, target.proxy.password];
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest();
}
