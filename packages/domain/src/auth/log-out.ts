import type { DomainContext } from "../context";
import type { Actor } from "./actor";
import type { Authentication } from "./authentication";
import { callLibrary } from "./call-library";
import { revokeSession } from "./revoke-session";
import { libraryHeaders, type Visit } from "./visit";

/** Ends the session of this request. Logging out twice, or without a session, is fine and clears the cookie. */
export async function logOut(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  actor: Actor | null,
): Promise<{ setCookies: string[] }> {
  if (actor !== null) await revokeSession(ctx, auth, { userId: actor.userId, sessionId: actor.sessionId });
  const { headers } = await callLibrary(() =>
    auth.library.api.signOut({ headers: libraryHeaders(visit), returnHeaders: true }),
  );
  return { setCookies: headers.getSetCookie() };
}
