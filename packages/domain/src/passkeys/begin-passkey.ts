import { PASSKEY_CHALLENGE_MS, PASSKEYS_MAX } from "@sightline/contract/passkeys";
import { passkey } from "@sightline/db/schema/passkey";
import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { Authentication } from "../auth/authentication";
import { type PasswordProof, provePassword } from "../auth/prove-password";
import type { DomainContext } from "../context";
import { keepPasskeyChallenge } from "./passkey-challenges";
import { relyingParty } from "./relying-party";

type BeginPasskeyReply =
  | { outcome: "started"; options: PublicKeyCredentialCreationOptionsJSON }
  | { outcome: "full" }
  | Exclude<PasswordProof, { outcome: "right" }>;

/**
 * What an authenticator is asked to make a passkey from: one that needs no name at log-in, and looks who holds it
 * (a finger, a face, a PIN). Ones that hold a passkey of this user already make no second one.
 */
export async function beginPasskey(
  ctx: Pick<DomainContext, "db" | "pool" | "clock">,
  auth: Authentication,
  actor: Actor,
  { password }: { password: string },
): Promise<BeginPasskeyReply> {
  const proof = await provePassword(ctx, actor, password);
  if (proof.outcome !== "right") return proof;
  const known = await ctx.db
    .select({ id: passkey.credentialId, transports: passkey.transports })
    .from(passkey)
    .where(eq(passkey.userId, actor.userId))
    .limit(PASSKEYS_MAX);
  if (known.length >= PASSKEYS_MAX) return { outcome: "full" };
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  const options = await generateRegistrationOptions({
    rpName: "Sightline",
    rpID: relyingParty(auth).rpID,
    userName: actor.email,
    userDisplayName: actor.name,
    userID: new TextEncoder().encode(actor.userId),
    attestationType: "none",
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    timeout: PASSKEY_CHALLENGE_MS,
  });
  await keepPasskeyChallenge(ctx, { challenge: options.challenge, userId: actor.userId });
  return { outcome: "started", options };
}
