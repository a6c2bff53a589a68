import type { ApiKeyRow, KeyScope } from "@sightline/contract/api-keys";
import type { apiKey } from "@sightline/db/schema/api-key";

/** A key as its owner sees it in lists: all but the secret. */
export function apiKeyRow(row: typeof apiKey.$inferSelect, nowMs: number): ApiKeyRow {
  const previousUntilMs = row.previousUntil?.getTime() ?? 0;
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    createdAtMs: row.createdAt.getTime(),
    lastUsedAtMs: row.lastUsedAt?.getTime() ?? null,
    revokedAtMs: row.revokedAt?.getTime() ?? null,
    scopes: row.scopes as KeyScope[] | null,
    allowedAddresses: row.allowedAddresses,
    expiresAtMs: row.expiresAt?.getTime() ?? null,
    dayBudgetMicros: row.dayBudgetMicros,
    monthBudgetMicros: row.monthBudgetMicros,
    previous:
      row.revokedAt === null && previousUntilMs > nowMs
        ? { prefix: row.previousPrefix ?? "", untilMs: previousUntilMs }
        : null,
    test: row.testKey !== null,
  };
}
