import type { Me } from "@sightline/contract/session";
import { isAPIError } from "better-auth/api";
import { openAccount } from "../accounts/open-account";
import type { DomainContext } from "../context";
import type { Authentication } from "./authentication";
import { callLibrary } from "./call-library";
import { meOf } from "./me";
import { signedUpUser } from "./signed-up-user";
import { libraryHeaders, type Visit } from "./visit";

interface MadeUser {
  me: Me;
  firstApiKey: string | null;
  setCookies: string[];
}

/**
 * Makes a user with a password, their account and their first session; null when the address has a user already,
 * also when two try at once. The caller has decided that this person may have this role.
 */
export async function makeUser(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  { email, password, name, role }: { email: string; password: string; name: string; role: Me["role"] },
): Promise<MadeUser | null> {
  const signedUp = await signUpInLibrary(auth, visit, { email, password, name, role });
  if (signedUp === null) return null;
  const user = signedUpUser(signedUp.user);
  const { accountId, firstApiKey } = await openAccount(ctx, user.userId, { withApiKey: true });
  return { me: meOf({ ...user, accountId }), firstApiKey, setCookies: signedUp.setCookies };
}

/** The same without an account: for an address that has to be confirmed first, or somebody who joins a team. */
export async function makeUserOnly(
  auth: Authentication,
  visit: Visit,
  body: { email: string; password: string; name: string; role: Me["role"] },
): Promise<{ userId: string; email: string; setCookies: string[] } | null> {
  const { email, password, name, role } = body;
  const signedUp = await signUpInLibrary(auth, visit, { email, password, name, role });
  if (signedUp === null) return null;
  const { userId, email: address } = signedUpUser(signedUp.user);
  return { userId, email: address, setCookies: signedUp.setCookies };
}

async function signUpInLibrary(
  auth: Authentication,
  visit: Visit,
  body: { email: string; password: string; name: string; role: string },
) {
  try {
    const { response, headers } = await callLibrary(() =>
      auth.library.api.signUpEmail({
        body,
        headers: libraryHeaders(visit),
        returnHeaders: true,
      }),
    );
    return { user: response.user, setCookies: headers.getSetCookie() };
  } catch (error) {
    if (isAPIError(error) && error.status === "UNPROCESSABLE_ENTITY") return null;
    throw error;
  }
}
