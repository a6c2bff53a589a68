import { isIP } from "node:net";
import { isChallenge, type TaskKind } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import { isVendorTestKey } from "@sightline/contract/vendor-test-keys";
import type { DomainContext } from "@sightline/domain/context";
import type { PageProxy } from "@sightline/domain/outbound/page-proxy";
import type { BadTarget } from "@sightline/domain/sites/bad-target";
import type { TaskSite } from "@sightline/domain/sites/create-site-task";
import { findBadTargets } from "@sightline/domain/sites/find-bad-targets";
import { findSiteRefusal } from "@sightline/domain/sites/find-site-refusal";
import { readPage, readSiteKey } from "./read-challenge-target";
import { isRefusal } from "./read-number";
import { readProxy } from "./read-proxy";
import type { WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

export interface TaskTarget {
  ok: true;
  params: TaskParams;
  /** Null for tasks that belong to no site. */
  site: TaskSite | null;
}

/**
 * The site that a challenge, or a picture said to be cut from one, belongs to: its owner alone may send it. Then what
 * did not work a moment ago: a key that the widget refused on this page, a proxy. Rejects when the database is away.
 */
export async function readTarget(
  ctx: DomainContext,
  of: { accountId: number; kind: TaskKind; input: WireInput; params: TaskParams },
): Promise<TaskTarget | WireRefusal> {
  const { accountId, kind, input, params } = of;
  if (!isChallenge(kind) && params.imgType === undefined) return { ok: true, params, site: null };
  const key = isChallenge(kind) ? readSiteKey(kind, input) : null;
  if (key?.ok === false) return key;
  const page = readPage(input);
  if (!page.ok) return page;
  if (key === null || !isVendorTestKey(kind, key.siteKey)) {
    const errorText = await findSiteRefusal(ctx, { accountId, host: page.host });
    if (errorText !== null) return refuse("ERROR_DOMAIN_NOT_ALLOWED", errorText);
  }
  const { challenge } = params;
  const proxy = readProxy(input);
  const pair = key && { what: "pair" as const, siteKey: key.siteKey, pageUrl: page.pageUrl };
  const refusal = await findTargetRefusal(ctx, accountId, pair, proxy);
  if (refusal !== null) return refusal;
  if (isRefusal(proxy)) return proxy;
  const { pageUrl, host } = page;
  if (key === null || challenge === undefined)
    return { ok: true, params, site: { host, pageUrl, proxy: null } };
  return {
    ok: true,
    params: { ...params, challenge: { ...challenge, pageUrl, siteKey: key.siteKey } },
    site: { host, pageUrl, proxy },
  };
}

/** The pair's error wins over the proxy's (protocol.md, rule 1). */
async function findTargetRefusal(
  ctx: DomainContext,
  accountId: number,
  pair: BadTarget | null,
  proxy: PageProxy | null | WireRefusal,
): Promise<WireRefusal | null> {
  const wellFormed = proxy !== null && !isRefusal(proxy) ? proxy : null;
  const targets: BadTarget[] = [
    ...(pair ? [pair] : []),
    ...(wellFormed ? [{ what: "proxy" as const, proxy: wellFormed }] : []),
  ];
  if (targets.length === 0) return null;
  const bad = await findBadTargets(ctx, accountId, targets);
  if (bad.has("pair")) return refuse("ERROR_BAD_TOKEN_OR_PAGEURL");
  if (isRefusal(proxy)) return proxy;
  if (bad.has("proxy")) return refuse("ERROR_BAD_PROXY");
  return wellFormed ? refusePrivateProxy(ctx, wellFormed) : null;
}

/** An address that is written out is known at once; a name is resolved when the page is loaded. */
async function refusePrivateProxy(ctx: DomainContext, { host }: PageProxy): Promise<WireRefusal | null> {
  if (isIP(host) === 0 && host !== "localhost" && !host.endsWith(".localhost")) return null;
  const found = await ctx.outbound.addressesOf(host);
  return found.ok
    ? null
    : refuse(
        "ERROR_BAD_PROXY",
        "The proxy's address is private, reserved or this server's own. It is not called.",
      );
}
