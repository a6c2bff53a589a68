import { z } from "zod";

export const ROLES = ["customer", "worker", "moderator", "admin"] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The roles a visitor may sign up for; staff are invited by an admin. */
export const SIGN_UP_ROLES = ["customer", "worker"] as const;
export const signUpRoleSchema = z.enum(SIGN_UP_ROLES);
