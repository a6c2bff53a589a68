import type { Authentication } from "../auth/authentication";

/**
 * What an authenticator binds a passkey to: the host of the public address, asked by a page of its origin alone.
 * Browsers allow host names only, and `localhost`; an IP address gets none.
 */
export function relyingParty({ publicUrl }: Pick<Authentication, "publicUrl">): {
  rpID: string;
  origin: string;
} {
  const { hostname, origin } = new URL(publicUrl);
  return { rpID: hostname, origin };
}
