import { z } from "zod";
import { emailSchema, type Me, PASSWORD_MAX_LENGTH, passwordSchema } from "./session";
import { TEAM_ROLES, type TeamRole } from "./team-areas";

/** Members and open invitations that one account may have. */
export const TEAM_MAX = 20;
/** How long an invitation can be accepted: 3 days. */
export const TEAM_INVITATION_MS = 3 * 86_400_000;

const teamRoleSchema = z.enum(TEAM_ROLES);
const userIdSchema = z.string().min(1).max(100);

/** `team.list`: who may use this account, the longest first, and who is asked to. */
export interface TeamView {
  members: TeamMemberRow[];
  invitations: TeamInvitationRow[];
}
export interface TeamMemberRow {
  userId: string;
  name: string;
  email: string;
  role: TeamRole;
  you: boolean;
  joinedAtMs: number;
  /** Whether log-in asks for more than a password. */
  secondFactor: boolean;
}
export interface TeamInvitationRow {
  id: number;
  email: string;
  role: TeamRole;
  expiresAtMs: number;
}

export const inviteMemberSchema = z.object({ email: emailSchema, role: teamRoleSchema });
/** `link` stands here only where no mail goes out, to be handed over in another way. */
export type InviteMemberReply =
  | { outcome: "invited"; link: string | null; expiresAtMs: number }
  | { outcome: "full" }
  | { outcome: "too_many"; retryAfterSeconds: number };

export const cancelInvitationSchema = z.object({ id: z.number().int().min(1).max(2_147_483_647) });
export const changeMemberRoleSchema = z.object({ userId: userIdSchema, role: teamRoleSchema });
export const removeMemberSchema = z.object({ userId: userIdSchema });

/** `team.leave`: the password again, since one's log-in ends with it. */
export const leaveTeamSchema = z.object({
  password: z.string().min(1, "Enter your password").max(PASSWORD_MAX_LENGTH),
});
export type LeaveTeamReply =
  | { outcome: "left" }
  | { outcome: "refused" }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };

/** `team.join`: the one-time secret of the link, and what the log-in still lacks. */
export const joinTeamSchema = z.object({
  token: z.string().min(20).max(100),
  name: z.string().trim().min(1, "Enter a name").max(100),
  password: passwordSchema,
  acceptedPolicyVersion: z.number().int().positive().max(2_147_483_647),
});
/** `not_possible`: the link is unknown, used, taken back or too old, or its address has a log-in already. */
export type JoinTeamReply = { outcome: "joined"; me: Me } | { outcome: "not_possible" };
