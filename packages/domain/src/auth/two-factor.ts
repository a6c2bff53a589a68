import type { StartTwoFactorReply, TwoFactorReply } from "@sightline/contract/two-factor";
import { authUser } from "@sightline/db/schema/auth";
import { isAPIError } from "better-auth/api";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import type { Actor } from "./actor";
import type { Authentication } from "./authentication";
import { callLibrary } from "./call-library";
import { libraryHeaders, type Visit } from "./visit";

interface WithCookies<Reply> {
  reply: Reply;
  setCookies: string[];
}

/** Whether a user's log-in asks for a code. */
export async function hasTwoFactor(ctx: Pick<DomainContext, "db">, { userId }: Actor): Promise<boolean> {
  const [user] = await ctx.db
    .select({ on: authUser.twoFactorEnabled })
    .from(authUser)
    .where(eq(authUser.id, userId));
  return user?.on ?? false;
}

/** Begins with the password; nothing is asked of the log-in before a first code has proved that the app works. */
export async function startTwoFactor(
  auth: Authentication,
  visit: Visit,
  { password }: { password: string },
): Promise<StartTwoFactorReply> {
  const started = await unlessRefused(() =>
    auth.library.api.enableTwoFactor({ body: { password, method: "totp" }, headers: libraryHeaders(visit) }),
  );
  if (started === null || !("totpURI" in started)) return { outcome: "refused" };
  return { outcome: "started", uri: started.totpURI, recoveryCodes: started.backupCodes };
}

/** The first code of the app: from now on every log-in asks for one. The session goes on under another cookie. */
export async function finishTwoFactor(
  auth: Authentication,
  visit: Visit,
  { code }: { code: string },
): Promise<WithCookies<TwoFactorReply>> {
  return withCookies(
    await unlessRefused(() =>
      auth.library.api.verifyTOTP({ body: { code }, headers: libraryHeaders(visit), returnHeaders: true }),
    ),
  );
}

/** Ends the second factor; the password proves that it is its owner who wants that. */
export async function stopTwoFactor(
  auth: Authentication,
  visit: Visit,
  { password }: { password: string },
): Promise<WithCookies<TwoFactorReply>> {
  return withCookies(
    await unlessRefused(() =>
      auth.library.api.disableTwoFactor({
        body: { password },
        headers: libraryHeaders(visit),
        returnHeaders: true,
      }),
    ),
  );
}

function withCookies(done: { headers: Headers } | null): WithCookies<TwoFactorReply> {
  if (done === null) return { reply: { outcome: "refused" }, setCookies: [] };
  return { reply: { outcome: "done" }, setCookies: done.headers.getSetCookie() };
}

/** Null when the library refuses: a wrong password or code is an answer, not a fault. */
async function unlessRefused<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await callLibrary(call);
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}
