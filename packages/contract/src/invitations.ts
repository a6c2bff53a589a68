import { z } from "zod";
import { emailSchema } from "./session";

/** `invitations.invite` (admin): makes a one-time link for a moderator or an admin, which waits for a second admin. */
export const inviteStaffSchema = z.object({
  email: emailSchema,
  role: z.enum(["moderator", "admin"]),
  reason: z.string().trim().min(3, "Say why").max(500, "Use at most 500 characters"),
});
/** The link is shown this once. */
export interface StaffInvitation {
  link: string;
  expiresAtMs: number;
}

/** `invitations.decide` (admin): who invited may only take it back. */
export const decideInvitationSchema = z.object({
  invitationId: z.number().int().positive().max(2_147_483_647),
  approve: z.boolean(),
});
export interface InvitationRow {
  id: number;
  email: string;
  role: "moderator" | "admin";
  reason: string;
  invitedByEmail: string | null;
  expiresAtMs: number;
  isMine: boolean;
}
