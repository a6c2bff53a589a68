import type { Actor } from "./actor";
import { signedUpUser } from "./signed-up-user";

/** The library's session and user as our actor; null when there is none, or no account yet (see open-account). */
export function sessionActor(
  found: {
    session: { id: string };
    user: { id: string };
  } | null,
): Actor | null {
  if (found === null) return null;
  const { accountId, emailVerified: _, ...user } = signedUpUser(found.user);
  return accountId === null ? null : { ...user, accountId, sessionId: found.session.id };
}
