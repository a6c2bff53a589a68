import type { SignedByPasskey } from "@sightline/contract/passkeys";
import type { LogInReply } from "@sightline/contract/session";
import { passkey } from "@sightline/db/schema/passkey";
import { and, eq } from "drizzle-orm";
import { openAccount } from "../accounts/open-account";
import type { Authentication } from "../auth/authentication";
import { endSessions } from "../auth/end-sessions";
import { mailConfirmation } from "../auth/mail-confirmation";
import { meOf } from "../auth/me";
import { openSession } from "../auth/open-session";
import type { Visit } from "../auth/visit";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { giveBackExactHit } from "../limits/give-back-exact-hit";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { takePasskeyChallenge } from "./passkey-challenges";
import { relyingParty } from "./relying-party";

/**
 * Starts a session for whoever's passkey signed our challenge on our own page. Its authenticator has looked who holds
 * it, so it is both factors at once and no code is asked for. One that is refused counts as a log-in that failed.
 */
export async function logInWithPasskey(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  response: SignedByPasskey,
): Promise<{ reply: LogInReply; setCookies: string[] }> {
  const subject = addressSubject(visit.address);
  const attempt = await hitExactLimit(ctx, "log_in_attempts_address", subject);
  if (!attempt.allowed) {
    const retryAfterSeconds = Math.ceil(attempt.retryAfterMs / 1_000);
    return { reply: { outcome: "too_many_attempts", retryAfterSeconds }, setCookies: [] };
  }
  const userId = await signer(ctx, auth, response);
  if (userId === null) return { reply: { outcome: "refused" }, setCookies: [] };
  await giveBackExactHit(ctx, "log_in_attempts_address", subject, attempt.hitAtMs);
  const { user, setCookies } = await openSession(auth, visit, userId);
  if (!user.emailVerified && ctx.mail.options.mode === "smtp") {
    await endSessions(ctx, auth, userId);
    await mailConfirmation(ctx, user);
    return { reply: { outcome: "confirm_first" }, setCookies: [] };
  }
  const accountId = user.accountId ?? (await openAccount(ctx, userId, { withApiKey: false })).accountId;
  return { reply: { outcome: "logged_in", me: meOf({ ...user, accountId }) }, setCookies };
}

/** Whose passkey it is, by the key that was kept when it was added; null when anything about it is wrong. */
async function signer(
  ctx: Pick<DomainContext, "db" | "clock">,
  auth: Authentication,
  response: SignedByPasskey,
): Promise<string | null> {
  const { clientDataJSON, userHandle } = response.response;
  const challenge = await takePasskeyChallenge(ctx, { clientDataJSON, userId: null });
  if (challenge === null) return null;
  const [known] = await ctx.db.select().from(passkey).where(eq(passkey.credentialId, response.id));
  if (known === undefined || userHandle !== handleOf(known.userId)) return null;
  const counter = await counterAfter(auth, response, challenge, known);
  if (counter === null) return null;
  const used = await ctx.db
    .update(passkey)
    .set({ counter, lastUsedAt: new Date(ctx.clock.nowMs()) })
    .where(and(eq(passkey.id, known.id), eq(passkey.counter, known.counter)))
    .returning({ id: passkey.id });
  return used.length === 0 ? null : known.userId;
}

async function counterAfter(
  auth: Authentication,
  response: SignedByPasskey,
  challenge: string,
  known: { credentialId: string; publicKey: Buffer; counter: number },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const { rpID, origin } = relyingParty(auth);
  const { clientDataJSON, authenticatorData, signature } = response.response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...response,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: known.credentialId,
        publicKey: new Uint8Array(known.publicKey),
        counter: known.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library looks at nothing but what was sent and the key: whatever it throws means no good signature.
    return null;
  }
}

/** What an authenticator was told to say of its owner when the passkey was made. */
function handleOf(userId: string): string {
  return Buffer.from(userId, "utf8").toString("base64url");
}
