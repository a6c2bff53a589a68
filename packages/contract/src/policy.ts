import { z } from "zod";

/** The acceptable-use policy that is in effect, as everybody may read it (`policy.current`). */
export interface CurrentPolicy {
  version: number;
  /** Lines: `## ` begins a part, `- ` a rule, anything else is a sentence. */
  text: string;
  effectiveFromMs: number;
  /** The one that takes effect later. */
  next: { version: number; text: string; changes: string; effectiveFromMs: number } | null;
}

/** `policy.mine`: whether a customer is asked to accept the version that is in effect, and what is new in it. */
export interface OwnPolicy {
  version: number;
  changes: string;
  effectiveFromMs: number;
  accepted: boolean;
}

const versionSchema = z.number().int().positive().max(2_147_483_647);
/** `policy.accept`: the version that was read. */
export const acceptPolicySchema = z.object({ version: versionSchema });

/** `policy.publish` (admin): a new version; without a time it takes effect at once. */
export const publishPolicySchema = z.object({
  text: z.string().trim().min(50, "Write the whole policy").max(20_000),
  changes: z.string().trim().min(3, "Say what is new").max(500),
  effectiveFromMs: z.number().int().positive().max(4_102_444_800_000).optional(),
});
/** `policy.withdraw` (admin): one that has not taken effect yet. */
export const withdrawPolicySchema = z.object({ version: versionSchema });

/** `policy.versions` (staff): newest first. */
export interface PolicyVersionRow {
  version: number;
  text: string;
  changes: string;
  state: "coming" | "in_effect" | "past" | "withdrawn";
  effectiveFromMs: number;
  publishedAtMs: number;
  /** Null: it came with the product. */
  publishedByEmail: string | null;
  acceptances: number;
}
export interface PolicyVersions {
  versions: PolicyVersionRow[];
  /** Customers who are asked when a new version takes effect. */
  customers: number;
}

/** `policy.acceptances` (staff): newest first, key-set by time and user. */
export const acceptancesSchema = z.object({
  before: z.object({ acceptedAtMs: z.number().int(), userId: z.string().max(100) }).optional(),
});
export interface AcceptanceRow {
  userId: string;
  email: string;
  version: number;
  acceptedAtMs: number;
}
export interface AcceptancesPage {
  rows: AcceptanceRow[];
  next: { acceptedAtMs: number; userId: string } | null;
}
