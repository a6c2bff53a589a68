import { z } from "zod";

/** How an owner proves a site: a DNS record, a file, or a meta tag on the first page. */
export const SITE_METHODS = ["dns", "file", "meta"] as const;
export type SiteMethod = (typeof SITE_METHODS)[number];

/** Where each proof is looked for, and what must stand there. */
export const SITE_PROOF = {
  dnsLabel: "_sightline-challenge",
  filePath: "/.well-known/sightline-challenge.txt",
  metaName: "sightline-challenge",
} as const;

/** `waiting`: proved, and staff have not approved the account's first site yet. Only `good` ones are accepted. */
export type SiteState = "unproved" | "waiting" | "good" | "suspended" | "refused" | "switched_off";
export type SiteOutcome = "good" | "wrong" | "unreachable";
export type SiteCause = "owner" | "daily" | "dispatch";

export const SITES_PER_ACCOUNT_MAX = 100;
/** The log of looks at sites' proofs goes back a year. */
export const SITE_CHECKS_KEEP_MS = 365 * 86_400_000;

/** `sites.list` */
export interface SiteRow {
  id: number;
  host: string;
  subdomains: boolean;
  method: SiteMethod;
  token: string;
  state: SiteState;
  /** Why it is suspended, refused or switched off. */
  reason: string | null;
  createdAtMs: number;
  verifiedAtMs: number | null;
  lastGoodAtMs: number | null;
  lastCheckedAtMs: number | null;
}

export const addSiteSchema = z.object({
  host: z.string().trim().min(1, "Enter the site's name").max(2_000),
  method: z.enum(SITE_METHODS),
  subdomains: z.boolean(),
});
const siteIdSchema = z.number().int().positive().max(2_147_483_647);
export const siteSchema = z.object({ id: siteIdSchema });

/** `sites.checks`: newest first. */
export interface SiteCheckRow {
  id: number;
  method: SiteMethod;
  cause: SiteCause;
  outcome: SiteOutcome;
  detail: string;
  checkedAtMs: number;
}
/** `sites.check`: what the look at the proof has just found. */
export interface SiteCheckReply {
  outcome: SiteOutcome;
  detail: string;
  site: SiteRow;
}

/** `staffSites.list`: what waits for a decision, and the latest others. */
export interface StaffSiteRow extends SiteRow {
  accountId: number;
  email: string;
}
export const decideSiteSchema = z.discriminatedUnion("verdict", [
  z.object({ id: siteIdSchema, verdict: z.literal("approve") }),
  z.object({
    id: siteIdSchema,
    verdict: z.literal("refuse"),
    reason: z.string().trim().min(3, "Say why").max(500),
  }),
]);

export interface HostSwitchRow {
  host: string;
  reason: string;
  offAtMs: number;
  byOwner: boolean;
}
export const switchHostOffSchema = z.object({
  host: z.string().trim().min(1, "Enter a host").max(2_000),
  reason: z.string().trim().min(3, "Say why").max(500),
});
export const switchHostOnSchema = z.object({ host: z.string().trim().min(1).max(253) });

/** `optOut.ask`: anybody may; the mail's link and the proof come after. */
export const askOptOutSchema = z.object({
  host: z.string().trim().min(1, "Enter the site's name").max(2_000),
  email: z.email("Enter an email address").max(320),
  words: z.string().trim().max(1_000),
});
export interface OptOutReply {
  id: number;
  host: string;
  token: string;
  /** Mail to this address proves the host, since only its owner can read it. */
  mailProves: boolean;
  mailed: boolean;
}
export const proveOptOutSchema = z.object({ id: siteIdSchema, token: z.string().min(1).max(100) });
export const confirmOptOutSchema = z.object({ secret: z.string().min(20).max(100) });
export type OptOutOutcome = "switched_off" | "confirmed" | "not_proved" | "unknown";

export interface OptOutRow {
  id: number;
  host: string;
  email: string;
  words: string;
  askedAtMs: number;
  mailConfirmedAtMs: number | null;
}
export const closeOptOutSchema = z.object({ id: siteIdSchema });
