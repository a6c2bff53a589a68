import type { LogInReply } from "@sightline/contract/session";
import { isAPIError } from "better-auth/api";
import { openAccount } from "../accounts/open-account";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { giveBackExactHit } from "../limits/give-back-exact-hit";
import { hitExactLimit } from "../limits/hit-exact-limit";
import type { Authentication } from "./authentication";
import { callLibrary } from "./call-library";
import { meOf } from "./me";
import { signedUpUser } from "./signed-up-user";
import { libraryHeaders, type Visit } from "./visit";

const APP_CODE = /^\d{6}$/;

/**
 * The second step of a log-in: six digits of the app, or a recovery code, which works once. The library keeps count
 * of wrong codes for each log-in and each account; each also counts as an attempt of its address.
 */
export async function logInWithCode(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  { code }: { code: string },
): Promise<{ reply: LogInReply; setCookies: string[] }> {
  const subject = addressSubject(visit.address);
  const attempt = await hitExactLimit(ctx, "log_in_attempts_address", subject);
  if (!attempt.allowed) {
    const retryAfterSeconds = Math.ceil(attempt.retryAfterMs / 1_000);
    return { reply: { outcome: "too_many_attempts", retryAfterSeconds }, setCookies: [] };
  }
  const verified = await verify(auth, visit, code);
  if (verified === null) return { reply: { outcome: "refused" }, setCookies: [] };
  await giveBackExactHit(ctx, "log_in_attempts_address", subject, attempt.hitAtMs);
  const user = signedUpUser(verified.user);
  const accountId = user.accountId ?? (await openAccount(ctx, user.userId, { withApiKey: false })).accountId;
  return {
    reply: { outcome: "logged_in", me: meOf({ ...user, accountId }) },
    setCookies: verified.setCookies,
  };
}

async function verify(auth: Authentication, visit: Visit, code: string) {
  const { api } = auth.library;
  const call = { body: { code }, headers: libraryHeaders(visit), returnHeaders: true } as const;
  try {
    const { response, headers } = await callLibrary(() =>
      APP_CODE.test(code) ? api.verifyTOTP(call) : api.verifyBackupCode(call),
    );
    return { user: response.user, setCookies: headers.getSetCookie() };
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}
