import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@sightline/contract/session";
import type { Database } from "@sightline/db/database";
import {
  authCredential,
  authSession,
  authTwoFactor,
  authUser,
  authVerification,
} from "@sightline/db/schema/auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Logger } from "pino";
import { hashPassword, verifyPassword } from "./password-hasher";
import type { SessionCache } from "./session-cache";
import { sessionOpening } from "./session-opening";
import { ADDRESS_HEADERS } from "./visit";

const DAY_SECONDS = 86_400;
const SESSION_SECONDS = 30 * DAY_SECONDS;

export interface AuthenticationOptions {
  /** Signs the session cookies: at least 32 symbols, the same in all processes and after a restart. */
  secret: string;
  /** How browsers reach the app, such as `https://sightline.example.org`. */
  publicUrl: string;
}

export interface Authentication {
  readonly library: AuthenticationLibrary;
  readonly sessions: SessionCache;
  /** How browsers reach the app: passkeys are bound to its host. */
  readonly publicUrl: string;
  /** Name of the session cookie. */
  readonly cookieName: string;
}

type AuthenticationLibrary = ReturnType<typeof openLibrary>;

/**
 * Who is who (docs/decisions/0002-authentication.md). The library is called from the verbs beside this file and
 * has no routes of its own. Throws when the secret is too short to sign anything.
 */
export function openAuthentication(
  ctx: { db: Database; sessions: SessionCache; log: Logger },
  options: AuthenticationOptions,
): Authentication {
  if (options.secret.length < 32) throw new Error("the secret that signs sessions needs at least 32 symbols");
  const secure = options.publicUrl.startsWith("https://");
  const prefix = cookiePrefix(options.publicUrl);
  return {
    library: openLibrary(ctx, options, { secure, prefix }),
    sessions: ctx.sessions,
    publicUrl: options.publicUrl,
    cookieName: `${secure ? "__Secure-" : ""}${prefix}.session_token`,
  };
}

/** Browsers share cookies among the ports of a host: with its port in the name, each demo there keeps its own. */
function cookiePrefix(publicUrl: string): string {
  const { port } = new URL(publicUrl);
  return port === "" ? "sightline" : `sightline_${port}`;
}

function openLibrary(
  { db, log }: { db: Database; log: Logger },
  { secret, publicUrl }: AuthenticationOptions,
  cookie: { secure: boolean; prefix: string },
) {
  return betterAuth({
    appName: "Sightline",
    secret,
    baseURL: publicUrl,
    telemetry: { enabled: false },
    // Our own limits are counted before any verb gets here.
    rateLimit: { enabled: false },
    logger: { level: "error", log: (_level, message) => log.warn({ library: "better-auth" }, message) },
    database: drizzleAdapter(db, {
      provider: "pg",
      transaction: true,
      schema: {
        user: authUser,
        session: authSession,
        account: authCredential,
        verification: authVerification,
        twoFactor: authTwoFactor,
      },
    }),
    user: {
      additionalFields: {
        role: { type: "string", required: true },
        accountId: { type: "number", required: false, input: false },
        memberOf: { type: "number", required: false, input: false },
        teamRole: { type: "string", required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    plugins: [twoFactor({ issuer: "Sightline" }), sessionOpening],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    advanced: {
      cookiePrefix: cookie.prefix,
      useSecureCookies: cookie.secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: ADDRESS_HEADERS },
    },
  });
}
