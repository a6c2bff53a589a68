import type { CreatedApiKey } from "@sightline/contract/api-keys";
import { apiKey } from "@sightline/db/schema/api-key";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { apiKeyRow } from "./api-key-row";
import { keySecret, makeApiKey } from "./make-api-key";

const HOUR_MS = 3_600_000;

/**
 * Gives a key a new secret; the one before works for some hours more, so that programs can be changed one by one. A key
 * has two secrets at most: one that is older still ends at once. Name, settings and history stay. Refuses a key that
 * this account does not have, one that is revoked, and a test key, which is no secret.
 */
export async function rotateApiKey(
  ctx: Pick<DomainContext, "db" | "clock" | "apiKeys" | "hints">,
  { accountId, keyId, overlapHours }: { accountId: number; keyId: number; overlapHours: number },
): Promise<CreatedApiKey> {
  const key = makeApiKey();
  const nowMs = ctx.clock.nowMs();
  const previousUntil = new Date(nowMs + overlapHours * HOUR_MS);
  const [row] = await ctx.db
    .update(apiKey)
    .set({
      ...keySecret(key),
      // In an update the right side is the row as it was.
      previousSha256: sql`${apiKey.keySha256}`,
      previousPrefix: sql`${apiKey.prefix}`,
      previousUntil,
    })
    .where(
      and(
        eq(apiKey.id, keyId),
        eq(apiKey.accountId, accountId),
        isNull(apiKey.revokedAt),
        isNull(apiKey.testKey),
      ),
    )
    .returning();
  if (row === undefined) throw new Refusal("not_found", "There is no such key that takes a new secret.");
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
  return { row: apiKeyRow(row, nowMs), key };
}
