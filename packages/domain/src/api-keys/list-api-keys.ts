import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { apiKey } from "@sightline/db/schema/api-key";
import { desc, eq, sql } from "drizzle-orm";
import type { DomainContext } from "../context";
import { apiKeyRow } from "./api-key-row";

const ROWS_MAX = 200;

/** An account's keys, those that work first, newest first; of the revoked ones the latest. */
export async function listApiKeys(
  ctx: Pick<DomainContext, "db" | "clock">,
  accountId: number,
): Promise<ApiKeyRow[]> {
  const rows = await ctx.db
    .select()
    .from(apiKey)
    .where(eq(apiKey.accountId, accountId))
    .orderBy(sql`${apiKey.revokedAt} is not null`, desc(apiKey.id))
    .limit(ROWS_MAX);
  return rows.map((row) => apiKeyRow(row, ctx.clock.nowMs()));
}
