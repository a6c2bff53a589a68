import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@sightline/db/database";
import { authLink } from "@sightline/db/schema/auth-link";
import { and, eq, gt, isNull } from "drizzle-orm";

export type LinkPurpose = "confirm_email" | "reset_password";

const HOUR_MS = 3_600_000;
const LIVES_MS: Record<LinkPurpose, number> = { confirm_email: 24 * HOUR_MS, reset_password: HOUR_MS };
const PATHS: Record<LinkPurpose, string> = { confirm_email: "/confirm", reset_password: "/reset" };

/**
 * Makes a one-time link for a user; an earlier one for the same purpose stops working. The secret stands behind the
 * `#`, which browsers send to no server.
 */
export async function makeAuthLink(
  db: Pick<Database, "insert" | "delete">,
  {
    userId,
    purpose,
    nowMs,
    publicUrl,
  }: { userId: string; purpose: LinkPurpose; nowMs: number; publicUrl: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db
    .delete(authLink)
    .where(and(eq(authLink.userId, userId), eq(authLink.purpose, purpose), isNull(authLink.usedAt)));
  await db.insert(authLink).values({
    purpose,
    userId,
    tokenSha256: hashOf(token),
    madeAt: new Date(nowMs),
    expiresAt: new Date(nowMs + LIVES_MS[purpose]),
  });
  return new URL(`${PATHS[purpose]}#${token}`, publicUrl).href;
}

/** Uses a link up: whose it is, or null for one that is unknown, used, too old or for something else. */
export async function takeAuthLink(
  db: Pick<Database, "update">,
  { token, purpose, nowMs }: { token: string; purpose: LinkPurpose; nowMs: number },
): Promise<string | null> {
  const now = new Date(nowMs);
  const [taken] = await db
    .update(authLink)
    .set({ usedAt: now })
    .where(
      and(
        eq(authLink.tokenSha256, hashOf(token)),
        eq(authLink.purpose, purpose),
        isNull(authLink.usedAt),
        gt(authLink.expiresAt, now),
      ),
    )
    .returning({ userId: authLink.userId });
  return taken?.userId ?? null;
}

/** 256 random bits need no slow hash. */
function hashOf(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}
