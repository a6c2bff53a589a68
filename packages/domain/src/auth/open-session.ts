import type { Authentication } from "./authentication";
import { callLibrary } from "./call-library";
import { signedUpUser } from "./signed-up-user";
import { libraryHeaders, type Visit } from "./visit";

/** Starts a session for a user who has proved who they are. */
export async function openSession(
  auth: Authentication,
  visit: Visit,
  userId: string,
): Promise<{ user: ReturnType<typeof signedUpUser>; setCookies: string[] }> {
  const { response, headers } = await callLibrary(() =>
    auth.library.api.openSession({
      body: { userId },
      headers: libraryHeaders(visit),
      returnHeaders: true,
    }),
  );
  return { user: signedUpUser(response.user), setCookies: headers.getSetCookie() };
}
