import type { SiteMethod, SiteRow, SiteState } from "@sightline/contract/sites";
import { haveOneOwner } from "./read-site-host";

/** A site as the table has it, with the switched-off hosts that touch it. */
export interface Site {
  id: number;
  accountId: number;
  host: string;
  subdomains: boolean;
  method: SiteMethod;
  token: string;
  createdAtMs: number;
  verifiedAtMs: number | null;
  lastGoodAtMs: number | null;
  lastCheckedAtMs: number | null;
  failures: number;
  suspendedReason: string | null;
  approved: boolean;
  refusedReason: string | null;
  /** Hosts above, at or (when names under it count) below this one that are switched off. */
  switchedOff: readonly { host: string; reason: string }[];
}

/** The columns of `site s` that `toSite` reads. */
export const SITE_COLUMNS = `s.id, s.account_id, s.host, s.subdomains, s.method, s.token, s.created_at,
  s.verified_at, s.last_good_at, s.last_checked_at, s.failures, s.suspended_reason, s.approved_at, s.refused_reason,
  (select jsonb_agg(jsonb_build_object('host', h.host, 'reason', h.reason)) from host_switch h
   where h.host = s.host or right(s.host, length(h.host) + 1) = '.' || h.host
     or (s.subdomains and right(h.host, length(s.host) + 1) = '.' || s.host)) as switched_off`;

export interface SiteColumns {
  id: number;
  account_id: number;
  host: string;
  subdomains: boolean;
  method: SiteMethod;
  token: string;
  created_at: Date;
  verified_at: Date | null;
  last_good_at: Date | null;
  last_checked_at: Date | null;
  failures: number;
  suspended_reason: string | null;
  approved_at: Date | null;
  refused_reason: string | null;
  switched_off: { host: string; reason: string }[] | null;
}

export function toSite(row: SiteColumns): Site {
  return {
    id: row.id,
    accountId: row.account_id,
    host: row.host,
    subdomains: row.subdomains,
    method: row.method,
    token: row.token,
    createdAtMs: row.created_at.getTime(),
    verifiedAtMs: row.verified_at?.getTime() ?? null,
    lastGoodAtMs: row.last_good_at?.getTime() ?? null,
    lastCheckedAtMs: row.last_checked_at?.getTime() ?? null,
    failures: row.failures,
    suspendedReason: row.suspended_reason,
    approved: row.approved_at !== null,
    refusedReason: row.refused_reason,
    switchedOff: row.switched_off ?? [],
  };
}

/** How a site stands for one of the names that it covers; by itself for its own. */
export function stateOf(site: Site, host = site.host): { state: SiteState; reason: string | null } {
  const off = site.switchedOff.find((switched) => isAtOrUnder(host, switched.host));
  if (off) return { state: "switched_off", reason: off.reason };
  if (site.refusedReason !== null) return { state: "refused", reason: site.refusedReason };
  if (site.suspendedReason !== null) return { state: "suspended", reason: site.suspendedReason };
  if (site.verifiedAtMs === null) return { state: "unproved", reason: null };
  return { state: site.approved ? "good" : "waiting", reason: null };
}

/** Whether the proof of this site speaks for a host: its own, or one under it where its scope says so. */
export function covers(site: Pick<Site, "host" | "subdomains">, host: string): boolean {
  if (site.host === host) return true;
  return site.subdomains && isAtOrUnder(host, site.host) && haveOneOwner(site.host, host);
}

function isAtOrUnder(host: string, above: string): boolean {
  return host === above || host.endsWith(`.${above}`);
}

export function toSiteRow(site: Site): SiteRow {
  const { id, host, subdomains, method, token, createdAtMs, verifiedAtMs, lastGoodAtMs, lastCheckedAtMs } =
    site;
  return {
    id,
    host,
    subdomains,
    method,
    token,
    createdAtMs,
    verifiedAtMs,
    lastGoodAtMs,
    lastCheckedAtMs,
    ...stateOf(site),
  };
}
