import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { apiKey } from "@sightline/db/schema/api-key";
import { and, eq, sql } from "drizzle-orm";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { apiKeyRow } from "./api-key-row";

/**
 * Ends a key for good: at once in this process, by a hint (or within 30 s) in the others. Revoking it again changes nothing and
 * keeps the first time. Refuses a key that this account does not have.
 */
export async function revokeApiKey(
  ctx: Pick<DomainContext, "db" | "clock" | "apiKeys" | "hints">,
  { accountId, keyId }: { accountId: number; keyId: number },
): Promise<ApiKeyRow> {
  const revokedAt = new Date(ctx.clock.nowMs());
  const [row] = await ctx.db
    .update(apiKey)
    .set({ revokedAt: sql`coalesce(${apiKey.revokedAt}, ${revokedAt})` })
    .where(and(eq(apiKey.id, keyId), eq(apiKey.accountId, accountId)))
    .returning();
  if (row === undefined) throw new Refusal("not_found", "There is no such key.");
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
  return apiKeyRow(row, ctx.clock.nowMs());
}
