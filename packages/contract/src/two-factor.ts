import { z } from "zod";
import { PASSWORD_MAX_LENGTH } from "./session";

const passwordSchema = z.string().min(1, "Enter your password").max(PASSWORD_MAX_LENGTH);
/** Six digits of the app, or a recovery code. */
const codeSchema = z.string().trim().min(6, "Enter the code").max(20);

export const logInCodeSchema = z.object({ code: codeSchema });

export const startTwoFactorSchema = z.object({ password: passwordSchema });
/** What an authenticator app is set up with; the recovery codes are shown this once. */
export type StartTwoFactorReply =
  | { outcome: "started"; uri: string; recoveryCodes: string[] }
  | { outcome: "refused" };

export const finishTwoFactorSchema = z.object({ code: z.string().trim().length(6, "Enter the six digits") });
export const stopTwoFactorSchema = z.object({ password: passwordSchema });
/** `refused`: the code or the password is wrong. */
export type TwoFactorReply = { outcome: "done" } | { outcome: "refused" };
