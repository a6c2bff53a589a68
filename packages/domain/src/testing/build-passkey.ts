import type { Authentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import type { DomainContext } from "../context";
import { addPasskey } from "../passkeys/add-passkey";
import { beginPasskey } from "../passkeys/begin-passkey";
import { listPasskeys } from "../passkeys/list-passkeys";
import { relyingParty } from "../passkeys/relying-party";
import { type Person, TEST_PASSWORD } from "./build-person";
import { SoftAuthenticator } from "./soft-authenticator";

/** Somebody's new passkey, made as the settings make it; its id. */
export async function buildPasskey(
  ctx: DomainContext,
  auth: Authentication,
  person: Person,
  authenticator = new SoftAuthenticator(),
): Promise<number> {
  const actor = await findActor(auth, person.visit);
  if (actor === null) throw new Error("no session");
  const begun = await beginPasskey(ctx, auth, actor, { password: TEST_PASSWORD });
  if (begun.outcome !== "started") throw new Error(begun.outcome);
  const { rpID, origin } = relyingParty(auth);
  const response = authenticator.create({ challenge: begun.options.challenge, origin, rpId: rpID });
  const { outcome } = await addPasskey(ctx, auth, actor, { name: "Laptop", response });
  if (outcome !== "added") throw new Error(outcome);
  return (await listPasskeys(ctx, actor)).at(-1)?.id ?? 0;
}
