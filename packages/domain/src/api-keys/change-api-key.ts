import type { ApiKeyRow, KeySettings } from "@sightline/contract/api-keys";
import { apiKey } from "@sightline/db/schema/api-key";
import { and, eq, isNull } from "drizzle-orm";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { apiKeyRow } from "./api-key-row";
import { keySettingColumns } from "./key-setting-columns";

/**
 * Replaces what a key may do, from where and until when: at once in this process, by a hint (or within 30 s) in the
 * others. Refuses a key that this account does not have, and one that is revoked.
 */
export async function changeApiKey(
  ctx: Pick<DomainContext, "db" | "clock" | "apiKeys" | "hints">,
  { accountId, keyId, ...settings }: KeySettings & { accountId: number; keyId: number },
): Promise<ApiKeyRow> {
  const nowMs = ctx.clock.nowMs();
  const [row] = await ctx.db
    .update(apiKey)
    .set({ name: settings.name, ...keySettingColumns(settings, nowMs) })
    .where(and(eq(apiKey.id, keyId), eq(apiKey.accountId, accountId), isNull(apiKey.revokedAt)))
    .returning();
  if (row === undefined) throw new Refusal("not_found", "There is no such key that works.");
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
  return apiKeyRow(row, nowMs);
}
