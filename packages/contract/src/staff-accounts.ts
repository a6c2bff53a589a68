import { z } from "zod";

const accountIdSchema = z.number().int().positive().max(2_147_483_647);
const reasonSchema = z.string().trim().min(3, "Say why").max(500);

/** For how long an admin looks at an account's pages at most. */
export const VIEWING_MS = 15 * 60_000;
/** `impersonation.start` (admin): this session sees that account's pages and can change nothing. */
export const startViewingSchema = z.object({ accountId: accountIdSchema, reason: reasonSchema });

/** `roles.ask` (admin): another admin approves it. */
export const askRoleSchema = z.object({
  accountId: accountIdSchema,
  role: z.enum(["moderator", "admin"]),
  reason: reasonSchema,
});
export const decideRoleSchema = z.object({ changeId: accountIdSchema, approve: z.boolean() });
export interface RoleChangeRow {
  id: number;
  accountId: number;
  email: string | null;
  fromRole: "moderator" | "admin";
  toRole: "moderator" | "admin";
  reason: string;
  askedByEmail: string | null;
  askedAtMs: number;
  /** Who asked may only take it back. */
  isMine: boolean;
}

/** `staffAccounts.timeline`: newest first; `after` is the last row that was seen. */
export const accountTimelineSchema = z.object({
  accountId: accountIdSchema,
  after: z.object({ atMs: z.number().int(), key: z.string().max(80) }).optional(),
});
export const TIMELINE_EVENTS = [
  "opened",
  "staff_act",
  "case_opened",
  "case_decided",
  "refund",
  "ban",
  "image_block",
  "api_key_made",
  "api_key_revoked",
  "deposit",
  "package",
  "payout",
  "notice",
  "viewed",
] as const;
export type TimelineEvent = (typeof TIMELINE_EVENTS)[number];
export interface AccountEvent {
  key: string;
  atMs: number;
  event: TimelineEvent;
  /** What sort it was: the act, the kind of case, the limit, the notice ... */
  what: string | null;
  micros: number | null;
  detail: string | null;
}
export interface AccountTimeline {
  rows: AccountEvent[];
  next: { atMs: number; key: string } | null;
}
