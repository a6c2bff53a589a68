import { createHash } from "node:crypto";
import { PASSKEY_CHALLENGE_MS } from "@sightline/contract/passkeys";
import { passkeyChallenge } from "@sightline/db/schema/passkey";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { DomainContext } from "../context";

/** Remembers what was asked of an authenticator: of a user who adds a passkey, or of whoever (null) logs in. */
export async function keepPasskeyChallenge(
  ctx: Pick<DomainContext, "db" | "clock">,
  { challenge, userId }: { challenge: string; userId: string | null },
): Promise<void> {
  await ctx.db.insert(passkeyChallenge).values({
    challengeSha256: hashOf(challenge),
    purpose: userId === null ? "log_in" : "add",
    userId,
    expiresAt: new Date(ctx.clock.nowMs() + PASSKEY_CHALLENGE_MS),
  });
}

/**
 * The challenge that an authenticator has signed, used up whatever else is wrong with it; null for one that was never
 * asked of this user, is used or too old.
 */
export async function takePasskeyChallenge(
  ctx: Pick<DomainContext, "db" | "clock">,
  { clientDataJSON, userId }: { clientDataJSON: string; userId: string | null },
): Promise<string | null> {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === null) return null;
  const taken = await ctx.db
    .delete(passkeyChallenge)
    .where(
      and(
        eq(passkeyChallenge.challengeSha256, hashOf(challenge)),
        userId === null ? isNull(passkeyChallenge.userId) : eq(passkeyChallenge.userId, userId),
        gt(passkeyChallenge.expiresAt, new Date(ctx.clock.nowMs())),
      ),
    )
    .returning({ purpose: passkeyChallenge.purpose });
  return taken.length === 1 ? challenge : null;
}

function challengeIn(clientDataJSON: string): string | null {
  try {
    const said = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8")) as unknown;
    const challenge = said !== null && typeof said === "object" && "challenge" in said && said.challenge;
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}

function hashOf(challenge: string): string {
  return createHash("sha256").update(challenge, "utf8").digest("hex");
}
