import type { Me } from "@sightline/contract/session";
import type { Authentication } from "./authentication";
import { callLibrary } from "./call-library";
import { meOf } from "./me";
import { sessionActor } from "./session-actor";
import { sessionCookie } from "./session-cookie";
import { libraryHeaders, type Visit } from "./visit";

/**
 * Who is logged in, asked at page load. Always asks the library, which moves the end of the session on once a day:
 * `setCookies` goes back to the browser.
 */
export async function currentUser(
  auth: Authentication,
  visit: Visit,
): Promise<{ me: Me | null; setCookies: string[] }> {
  if (sessionCookie(visit.cookie, auth.cookieName) === null) return { me: null, setCookies: [] };
  const { response, headers } = await callLibrary(() =>
    auth.library.api.getSession({
      headers: libraryHeaders(visit),
      returnHeaders: true,
    }),
  );
  const actor = sessionActor(response);
  return { me: actor && meOf(actor), setCookies: headers.getSetCookie() };
}
