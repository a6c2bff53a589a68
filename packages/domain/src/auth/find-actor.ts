import type { Actor } from "./actor";
import type { Authentication } from "./authentication";
import { callLibrary } from "./call-library";
import { sessionActor } from "./session-actor";
import { sessionCookie } from "./session-cookie";
import { libraryHeaders, type Visit } from "./visit";

/**
 * Whose session a request belongs to; null for nobody. Usually answered from memory, without a promise, since
 * every answer and every stream asks it.
 */
export function findActor(auth: Authentication, visit: Visit): Actor | null | Promise<Actor | null> {
  const cookie = sessionCookie(visit.cookie, auth.cookieName);
  if (cookie === null) return null;
  return auth.sessions.find(cookie) ?? auth.sessions.ask(cookie, () => askLibrary(auth, visit, cookie));
}

async function askLibrary(auth: Authentication, visit: Visit, cookie: string): Promise<Actor | null> {
  const { mark } = auth.sessions;
  const found = await callLibrary(() =>
    auth.library.api.getSession({
      headers: libraryHeaders(visit),
      query: { disableRefresh: true },
    }),
  );
  const actor = sessionActor(found);
  if (actor !== null) auth.sessions.remember(cookie, actor, mark);
  return actor;
}
