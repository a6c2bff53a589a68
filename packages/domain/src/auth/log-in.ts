import type { LogInReply } from "@sightline/contract/session";
import { isAPIError } from "better-auth/api";
import { openAccount } from "../accounts/open-account";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { giveBackExactHit } from "../limits/give-back-exact-hit";
import { hitExactLimit } from "../limits/hit-exact-limit";
import type { Authentication } from "./authentication";
import { callLibrary } from "./call-library";
import { emailSubject } from "./email-subject";
import { endSessions } from "./end-sessions";
import { mailConfirmation } from "./mail-confirmation";
import { meOf } from "./me";
import { signedUpUser } from "./signed-up-user";
import { libraryHeaders, type Visit } from "./visit";

/**
 * Starts a session. An unknown address and a wrong password get the same words after the same work (the library
 * hashes the password either way), and unknown addresses fill up like known ones. An attempt counts before it is
 * made and is given back when it succeeds, so that a hundred guesses at once are no more than a hundred in a row.
 */
export async function logIn(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  { email, password }: { email: string; password: string },
): Promise<{ reply: LogInReply; setCookies: string[] }> {
  const attempt = await countAttempt(ctx, addressSubject(visit.address), emailSubject(email));
  if (!attempt.allowed) return { reply: tooMany(attempt.retryAfterMs), setCookies: [] };

  const session = await signIn(auth, visit, email, password);
  if (session === null) return { reply: { outcome: "refused" }, setCookies: [] };
  await attempt.giveBack();
  if (session.user === null) return { reply: { outcome: "code_needed" }, setCookies: session.setCookies };

  const user = signedUpUser(session.user);
  if (!user.emailVerified && ctx.mail.options.mode === "smtp") {
    await endSessions(ctx, auth, user.userId);
    await mailConfirmation(ctx, user);
    return { reply: { outcome: "confirm_first" }, setCookies: [] };
  }
  const accountId = user.accountId ?? (await openAccount(ctx, user.userId, { withApiKey: false })).accountId;
  return {
    reply: { outcome: "logged_in", me: meOf({ ...user, accountId }) },
    setCookies: session.setCookies,
  };
}

async function signIn(auth: Authentication, visit: Visit, email: string, password: string) {
  try {
    const { response, headers } = await callLibrary(() =>
      auth.library.api.signInEmail({
        body: { email, password },
        headers: libraryHeaders(visit),
        returnHeaders: true,
      }),
    );
    // With a second factor there is no session yet, only the cookie that says whose code is waited for.
    const user = "user" in response ? response.user : null;
    return { user, setCookies: headers.getSetCookie() };
  } catch (error) {
    if (isAPIError(error) && error.status === "UNAUTHORIZED") return null;
    throw error;
  }
}

type Attempt = { allowed: true; giveBack(): Promise<void> } | { allowed: false; retryAfterMs: number };

async function countAttempt(ctx: DomainContext, address: string, account: string): Promise<Attempt> {
  const byAddress = await hitExactLimit(ctx, "log_in_attempts_address", address);
  if (!byAddress.allowed) return byAddress;
  const giveBackAddress = () => giveBackExactHit(ctx, "log_in_attempts_address", address, byAddress.hitAtMs);
  const byAccount = await hitExactLimit(ctx, "log_in_attempts_account", account);
  if (!byAccount.allowed) {
    // Nothing was guessed, so a person who is locked out does not lock out the office they sit in.
    await giveBackAddress();
    return byAccount;
  }
  const giveBack = async () => {
    await giveBackAddress();
    await giveBackExactHit(ctx, "log_in_attempts_account", account, byAccount.hitAtMs);
  };
  return { allowed: true, giveBack };
}

function tooMany(retryAfterMs: number): LogInReply {
  return { outcome: "too_many_attempts", retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) };
}
