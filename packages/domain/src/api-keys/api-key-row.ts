import type { ApiKeyRow } from "@sightline/contract/customer";
import type { apiKey } from "@sightline/db/schema/api-key";

/** A key as its owner sees it in lists: all but the secret. */
export function apiKeyRow(row: typeof apiKey.$inferSelect): ApiKeyRow {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    createdAtMs: row.createdAt.getTime(),
    lastUsedAtMs: row.lastUsedAt?.getTime() ?? null,
    revokedAtMs: row.revokedAt?.getTime() ?? null,
    test: row.testKey !== null,
  };
}
