import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { type Authentication, openAuthentication } from "../auth/authentication";
import { makeUser } from "../auth/make-user";
import { SessionCache } from "../auth/session-cache";
import type { Visit } from "../auth/visit";
import type { DomainContext } from "../context";

export const TEST_PASSWORD = "a long test password";

export function buildAuthentication(ctx: DomainContext, publicUrl = "http://localhost:3000"): Authentication {
  const quiet = { db: ctx.db, sessions: new SessionCache(ctx.clock), log: pino({ level: "silent" }) };
  return openAuthentication(quiet, { secret: randomBytes(32).toString("hex"), publicUrl });
}

/** A visit from an address that no other visit comes from, so that limits per address don't meet. */
export function buildVisit(overrides: Partial<Visit> = {}): Visit {
  const [a, b, c] = randomBytes(3);
  return { address: `10.${a}.${b}.${c}`, userAgent: "test", cookie: null, ...overrides };
}

export interface Person {
  email: string;
  userId: string;
  accountId: number;
  firstApiKey: string | null;
  /** A visit that carries the person's session. */
  visit: Visit;
}

/** Somebody with a password, an account and a session, made as sign-up makes them. */
export async function buildPerson(
  ctx: DomainContext,
  auth: Authentication,
  role: "customer" | "worker" | "moderator" | "admin",
): Promise<Person> {
  const email = `${role}-${randomBytes(6).toString("hex")}@example.org`;
  const visit = buildVisit();
  const made = await makeUser(ctx, auth, visit, {
    email,
    password: TEST_PASSWORD,
    name: "Test Person",
    role,
  });
  if (made === null) throw new Error(`${email} exists`);
  return {
    email,
    userId: made.me.userId,
    accountId: made.me.accountId,
    firstApiKey: made.firstApiKey,
    visit: { ...visit, cookie: cookieHeader(made.setCookies) },
  };
}

/** What a browser sends back after it was given these cookies. */
export function cookieHeader(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(";", 1)[0]).join("; ");
}
