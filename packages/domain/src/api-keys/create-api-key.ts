import type { CreatedApiKey } from "@sightline/contract/api-keys";
import { account } from "@sightline/db/schema/account";
import { apiKey } from "@sightline/db/schema/api-key";
import { and, count, eq, isNull } from "drizzle-orm";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { apiKeyRow } from "./api-key-row";
import { keySettingColumns, type NewKeySettings } from "./key-setting-columns";
import { keySecret, makeApiKey } from "./make-api-key";

export const API_KEYS_MAX = 50;

/**
 * Makes a key of this account; what is not said of it is unlimited. The reply is the only place where it ever stands in
 * full. Refuses the 51st.
 */
export async function createApiKey(
  ctx: Pick<DomainContext, "db" | "clock" | "apiKeys" | "hints">,
  { accountId, name, ...options }: NewKeySettings & { accountId: number; name: string },
): Promise<CreatedApiKey> {
  const settings = keySettingColumns(options, ctx.clock.nowMs());
  const key = makeApiKey();
  const row = await ctx.db.transaction(async (tx) => {
    // One at a time for each account, or two at once could both be the fiftieth.
    await tx.select({ id: account.id }).from(account).where(eq(account.id, accountId)).for("update");
    const [keys] = await tx
      .select({ count: count() })
      .from(apiKey)
      .where(and(eq(apiKey.accountId, accountId), isNull(apiKey.revokedAt)));
    if ((keys?.count ?? 0) >= API_KEYS_MAX) {
      throw new Refusal(
        "conflict",
        `An account has at most ${API_KEYS_MAX} keys. Revoke one that is not used.`,
      );
    }
    const createdAt = new Date(ctx.clock.nowMs());
    const [made] = await tx
      .insert(apiKey)
      .values({ accountId, name, createdAt, ...settings, ...keySecret(key) })
      .returning();
    if (made === undefined) throw new Error("an insert returned no row");
    return made;
  });
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
  return { row: apiKeyRow(row, ctx.clock.nowMs()), key };
}
