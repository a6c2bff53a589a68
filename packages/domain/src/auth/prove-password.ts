import { authCredential } from "@sightline/db/schema/auth";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { giveBackExactHit } from "../limits/give-back-exact-hit";
import { hitExactLimit } from "../limits/hit-exact-limit";
import type { Actor } from "./actor";
import { emailSubject } from "./email-subject";
import { verifyPassword } from "./password-hasher";

export type PasswordProof =
  | { outcome: "right" }
  | { outcome: "refused" }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };

/** The password of somebody who is logged in, asked again. A wrong one counts as a log-in that failed. */
export async function provePassword(
  ctx: Pick<DomainContext, "db" | "pool" | "clock">,
  { userId, email }: Pick<Actor, "userId" | "email">,
  password: string,
): Promise<PasswordProof> {
  const subject = emailSubject(email);
  const attempt = await hitExactLimit(ctx, "log_in_attempts_account", subject);
  if (!attempt.allowed)
    return { outcome: "too_many_attempts", retryAfterSeconds: Math.ceil(attempt.retryAfterMs / 1_000) };
  const [credential] = await ctx.db
    .select({ hash: authCredential.password })
    .from(authCredential)
    .where(and(eq(authCredential.userId, userId), eq(authCredential.providerId, "credential")));
  if (!credential?.hash || !(await verifyPassword({ hash: credential.hash, password })))
    return { outcome: "refused" };
  await giveBackExactHit(ctx, "log_in_attempts_account", subject, attempt.hitAtMs);
  return { outcome: "right" };
}
