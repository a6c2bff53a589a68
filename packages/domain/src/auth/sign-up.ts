import type { SignUpReply } from "@sightline/contract/session";
import { authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { queueMail } from "../mail/queue-mail";
import { acceptPolicy, refuseOtherPolicy } from "../policy/accept-policy";
import type { Authentication } from "./authentication";
import { endSessions } from "./end-sessions";
import { mailConfirmation } from "./mail-confirmation";
import { makeUser, makeUserOnly } from "./make-user";
import type { Visit } from "./visit";

interface Wanted {
  email: string;
  password: string;
  name: string;
  role: "customer" | "worker";
  acceptedPolicyVersion: number;
}

/**
 * Makes a customer or a worker. Where mail goes out, the address is confirmed first: every address gets the same
 * answer, and what it means stands in the mail, so sign-up tells nobody who has an account
 * (docs/decisions/0002-authentication.md). Without mail the new account works at once, and a taken address must be
 * refused as `not_possible`, whatever the password. Every attempt counts, ten an hour from one address.
 */
export async function signUp(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  wanted: Wanted,
): Promise<{ reply: SignUpReply; setCookies: string[] }> {
  const verdict = await hitExactLimit(ctx, "sign_ups", addressSubject(visit.address));
  if (!verdict.allowed) {
    const retryAfterSeconds = Math.ceil(verdict.retryAfterMs / 1_000);
    return { reply: { outcome: "too_many_attempts", retryAfterSeconds }, setCookies: [] };
  }
  await refuseOtherPolicy(ctx, wanted.acceptedPolicyVersion);
  if (ctx.mail.options.mode === "smtp") {
    await signUpByMail(ctx, auth, visit, wanted);
    return { reply: { outcome: "check_mail" }, setCookies: [] };
  }
  const made = await makeUser(ctx, auth, visit, wanted);
  if (made === null) return { reply: { outcome: "not_possible" }, setCookies: [] };
  const { me, firstApiKey, setCookies } = made;
  await acceptPolicy(ctx, { userId: me.userId, version: wanted.acceptedPolicyVersion });
  await mailConfirmation(ctx, me);
  return { reply: { outcome: "signed_up", me, firstApiKey }, setCookies };
}

/** The account itself is opened by the confirmation. */
async function signUpByMail(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  wanted: Wanted,
): Promise<void> {
  const user = await makeUserOnly(auth, visit, wanted);
  if (user !== null) {
    // The library has opened a session, which nobody gets before the address is theirs.
    await endSessions(ctx, auth, user.userId);
    await acceptPolicy(ctx, { userId: user.userId, version: wanted.acceptedPolicyVersion });
    return mailConfirmation(ctx, user);
  }
  const [known] = await ctx.db
    .select({ id: authUser.id, email: authUser.email, confirmed: authUser.emailVerified })
    .from(authUser)
    .where(eq(authUser.email, wanted.email.toLowerCase()));
  if (known === undefined) return;
  if (!known.confirmed) return mailConfirmation(ctx, { userId: known.id, email: known.email });
  const { publicUrl } = ctx.mail.options;
  await queueMail(ctx, {
    to: known.email,
    subject: "You have an account already",
    text: `Somebody, probably you, tried to sign up at Sightline with this address. It has an account already: log in, or choose a new password.\n\n${publicUrl}/login\n${publicUrl}/forgot\n`,
  });
}
