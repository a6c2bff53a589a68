import { type AddPasskeyReply, type MadePasskey, PASSKEYS_MAX } from "@sightline/contract/passkeys";
import { authUser } from "@sightline/db/schema/auth";
import { passkey } from "@sightline/db/schema/passkey";
import { count, eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { Authentication } from "../auth/authentication";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";
import { takePasskeyChallenge } from "./passkey-challenges";
import { relyingParty } from "./relying-party";

/** Keeps a passkey that an authenticator made for this user, page and challenge. Its owner is told. */
export async function addPasskey(
  ctx: Pick<DomainContext, "db" | "clock" | "mail">,
  auth: Authentication,
  { userId, accountId, email }: Actor,
  { name, response }: MadePasskey,
): Promise<AddPasskeyReply> {
  const made = await verified(ctx, auth, userId, response);
  if (made === null) return { outcome: "refused" };
  return ctx.db.transaction(async (tx) => {
    // The user's row is what several of them at once wait for.
    await tx.select({ id: authUser.id }).from(authUser).where(eq(authUser.id, userId)).for("update");
    const [had] = await tx.select({ count: count() }).from(passkey).where(eq(passkey.userId, userId));
    if (had === undefined || had.count >= PASSKEYS_MAX) return { outcome: "full" };
    const [added] = await tx
      .insert(passkey)
      .values({
        userId,
        name,
        credentialId: made.id,
        publicKey: Buffer.from(made.publicKey),
        counter: made.counter,
        transports: response.response.transports ?? [],
        createdAt: new Date(ctx.clock.nowMs()),
      })
      .onConflictDoNothing()
      .returning({ id: passkey.id });
    if (added === undefined) return { outcome: "refused" };
    await giveNotice(ctx, { accountId, userId, notice: "passkey_added", params: { name, email } }, tx);
    return { outcome: "added" };
  });
}

async function verified(
  ctx: Pick<DomainContext, "db" | "clock">,
  auth: Authentication,
  userId: string,
  response: MadePasskey["response"],
) {
  const { clientDataJSON, attestationObject } = response.response;
  const challenge = await takePasskeyChallenge(ctx, { clientDataJSON, userId });
  if (challenge === null) return null;
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const { rpID, origin } = relyingParty(auth);
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    // The library looks at nothing but what was sent: whatever it throws means that this is no good signature.
    return null;
  }
}
