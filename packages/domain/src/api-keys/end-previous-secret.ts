import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { apiKey } from "@sightline/db/schema/api-key";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { apiKeyRow } from "./api-key-row";

/** Ends the secret before the last rotation now. Without one it changes nothing. Refuses a key that this account does not have. */
export async function endPreviousSecret(
  ctx: Pick<DomainContext, "db" | "clock" | "apiKeys" | "hints">,
  { accountId, keyId }: { accountId: number; keyId: number },
): Promise<ApiKeyRow> {
  const [row] = await ctx.db
    .update(apiKey)
    .set({ previousSha256: null, previousPrefix: null, previousUntil: null })
    .where(and(eq(apiKey.id, keyId), eq(apiKey.accountId, accountId)))
    .returning();
  if (row === undefined) throw new Refusal("not_found", "There is no such key.");
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
  return apiKeyRow(row, ctx.clock.nowMs());
}
