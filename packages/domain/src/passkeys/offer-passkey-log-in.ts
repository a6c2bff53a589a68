import { PASSKEY_CHALLENGE_MS } from "@sightline/contract/passkeys";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Authentication } from "../auth/authentication";
import type { Visit } from "../auth/visit";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { keepPasskeyChallenge } from "./passkey-challenges";
import { relyingParty } from "./relying-party";

type OfferPasskeyLogInReply =
  | { outcome: "offered"; options: PublicKeyCredentialRequestOptionsJSON }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };

/** What an authenticator is asked to sign for a log-in. Nobody is named: the passkey says whose it is. */
export async function offerPasskeyLogIn(
  ctx: Pick<DomainContext, "db" | "pool" | "clock">,
  auth: Authentication,
  visit: Visit,
): Promise<OfferPasskeyLogInReply> {
  const verdict = await hitExactLimit(ctx, "passkey_log_ins", addressSubject(visit.address));
  if (!verdict.allowed)
    return { outcome: "too_many_attempts", retryAfterSeconds: Math.ceil(verdict.retryAfterMs / 1_000) };
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(auth).rpID,
    userVerification: "required",
    timeout: PASSKEY_CHALLENGE_MS,
  });
  await keepPasskeyChallenge(ctx, { challenge: options.challenge, userId: null });
  return { outcome: "offered", options };
}
