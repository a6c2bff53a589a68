import { z } from "zod";
import { roleSchema, signUpRoleSchema } from "./roles";
import { TEAM_ROLES } from "./team-areas";

/** Who is logged in, as every page asks at load (`session.me`); null when nobody is. */
export const meSchema = z.object({
  userId: z.string(),
  accountId: z.number().int(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  teamRole: z.enum(TEAM_ROLES),
});
export interface Me extends z.infer<typeof meSchema> {
  /** Set while an admin looks at this account's pages: who, and until when. */
  viewing?: { byEmail: string; untilMs: number };
}

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 200;

export const emailSchema = z.email("Enter an email address such as you@example.org").max(254);
export const passwordSchema = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `Use at least ${PASSWORD_MIN_LENGTH} characters`)
  .max(PASSWORD_MAX_LENGTH, `Use at most ${PASSWORD_MAX_LENGTH} characters`);

export const logInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, "Enter your password").max(PASSWORD_MAX_LENGTH),
});

/** Sign-up holds the acceptance of the acceptable-use policy, by the version that is in effect. */
export const signUpSchema = z.object({
  email: emailSchema,
  password: passwordSchema,
  name: z.string().trim().min(1, "Enter a name").max(100),
  role: signUpRoleSchema,
  acceptedPolicyVersion: z.number().int().positive().max(2_147_483_647),
});

/** `session.logIn`: the same words for a wrong password and an unknown address. */
export type LogInReply =
  | { outcome: "logged_in"; me: Me }
  | { outcome: "refused" }
  /** The password is right and a code of the second factor is wanted next (`session.logInCode`). */
  | { outcome: "code_needed" }
  /** The password is right and the address not confirmed yet: the link was mailed again. */
  | { outcome: "confirm_first" }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };

/**
 * `session.signUp`: a customer's first API key comes with it, shown this once. `not_possible`: the address has an
 * account already (docs/decisions/0002-authentication.md says what that reveals).
 */
export type SignUpReply =
  | { outcome: "signed_up"; me: Me; firstApiKey: string | null }
  | { outcome: "not_possible" }
  /** Where mail goes out: what happens next stands in the mail, whether or not the address has an account. */
  | { outcome: "check_mail" }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };

export interface SessionRow {
  id: string;
  current: boolean;
  createdAtMs: number;
  expiresAtMs: number;
  address: string | null;
  userAgent: string | null;
}

/** `session.acceptInvitation`: the one-time secret of the link, and what the account still lacks. */
export const acceptInvitationSchema = z.object({
  token: z.string().min(20).max(100),
  name: z.string().trim().min(1, "Enter a name").max(100),
  password: passwordSchema,
});
/**
 * `waits`: no second admin has approved it yet. `not_possible`: the link is unknown, refused, used or too old, or its
 * address has an account already.
 */
export type AcceptInvitationReply =
  | { outcome: "signed_up"; me: Me }
  | { outcome: "waits" }
  | { outcome: "not_possible" };

export const revokeSessionSchema = z.object({ id: z.string().min(1).max(100) });
