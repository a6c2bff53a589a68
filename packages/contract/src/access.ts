import { z } from "zod";
import { emailSchema, passwordSchema } from "./session";

/** What a person does to get in again, by links that are mailed to them. */
export const requestPasswordResetSchema = z.object({ email: emailSchema });
/** `sent` says nothing about whether the address has an account. `no_mail`: this server sends none. */
export type RequestPasswordResetReply =
  | { outcome: "sent" }
  | { outcome: "no_mail" }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };

const tokenSchema = z.string().min(20).max(100);
export const resetPasswordSchema = z.object({ token: tokenSchema, password: passwordSchema });
/** `not_possible`: the link is unknown, used or too old. */
export type ResetPasswordReply = { outcome: "done" } | { outcome: "not_possible" };

export const confirmEmailSchema = z.object({ token: tokenSchema });
/** A customer's first API key comes with the confirmation, where the account was made by it. */
export type ConfirmEmailReply =
  | { outcome: "confirmed"; firstApiKey: string | null }
  | { outcome: "not_possible" };
