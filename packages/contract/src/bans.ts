import { z } from "zod";
import type { LimitName } from "./limits";

const numberSchema = z.number().int().positive().max(2_147_483_647);
const reasonSchema = z.string().trim().min(3, "Say why").max(500);

/** `bans.list` (staff): newest first; `running` only, or all of the last 90 days. */
export const bansSchema = z.object({
  running: z.boolean().default(true),
  search: z.string().trim().max(100).optional(),
  before: numberSchema.optional(),
});
export interface BanRow {
  id: number;
  limit: LimitName;
  /** An account's number, or an address. */
  subject: string;
  email: string | null;
  startsAtMs: number;
  endsAtMs: number;
  lifted: { atMs: number; byEmail: string | null } | null;
}
export interface BansPage {
  rows: BanRow[];
  nextBefore: number | null;
}
export const liftBanSchema = z.object({ banId: numberSchema, reason: reasonSchema });

/** An IPv4 address, or an IPv6 one, which counts as its /64. */
export const exemptAddressSchema = z.object({
  address: z.union([z.ipv4(), z.ipv6()], { error: "Type an IPv4 or IPv6 address" }),
  reason: reasonSchema,
});
export const endExemptionSchema = z.object({ subject: z.string().min(1).max(64), reason: reasonSchema });
export interface ExemptionRow {
  subject: string;
  reason: string;
  setByEmail: string | null;
  setAtMs: number;
}
